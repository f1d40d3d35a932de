package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;

/**
 * What somebody subscribed to.
 *
 * @param subscriber who
 * @param purpose what for
 * @param type the kind of event
 * @param delivery which thread the batches come on
 * @param merges whether a backlog may be shortened; else each event is told, and the subscriber holds sources back
 * @param toldOfLettingGo whether it is told of rows the bus lets go of
 * @param bounds how much may wait
 * @param <E> the kind of event
 */
record Interest<E extends ConsoleEvent>(
        Subscriber subscriber,
        Purpose purpose,
        Class<E> type,
        Delivery delivery,
        boolean merges,
        boolean toldOfLettingGo,
        Bounds bounds) {

    boolean wants(Class<?> event) {
        return type.isAssignableFrom(event) && !purpose.leavesOut(event);
    }
}
