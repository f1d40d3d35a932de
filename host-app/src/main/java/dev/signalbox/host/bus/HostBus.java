package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The bus as the console itself sees it. Its own {@link #publish} always succeeds: what the console says of itself (a
 * connection changed, a watch settled) is little and must arrive. The floods come through {@link #publishWhenRoom}.
 */
public interface HostBus extends EventBus {

    /**
     * Publishes events as soon as the console's own subscribers have room for them. On the EDT it does not wait: the room
     * is made there.
     *
     * @param events the events; with none it only waits
     * @param cancelled looked at while waiting
     * @return whether they were published; false if the wait was cancelled
     * @throws InterruptedException if interrupted while waiting
     */
    boolean publishWhenRoom(List<? extends ConsoleEvent> events, BooleanSupplier cancelled) throws InterruptedException;

    /**
     * Subscribes to each and every event, from now on: none is merged into a newer one and no notice is dropped. A
     * subscriber that falls behind holds the sources back; what waits for it is bounded by that alone. Batches come on the
     * console's background thread, in the order they were published. Which rows the bus lets go of to bound its own memory
     * is not told: it is nothing that happened.
     *
     * @param <E> the kind of event
     * @param type the kind of event
     * @param batch told what happened; may take its time
     * @return ends it
     */
    default <E extends ConsoleEvent> Subscription subscribeEvery(Class<E> type, Consumer<? super List<E>> batch) {
        return subscribeEvery(type, false, batch);
    }

    /**
     * The same, for one that keeps something for each row and has to let go of it too.
     *
     * @param <E> the kind of event
     * @param type the kind of event
     * @param withLettingGo whether to tell of rows the bus lets go of, with a {@link dev.signalbox.api.WorkRemoved} each
     * @param batch told what happened; may take its time
     * @return ends it
     */
    <E extends ConsoleEvent> Subscription subscribeEvery(
            Class<E> type, boolean withLettingGo, Consumer<? super List<E>> batch);

    /**
     * The bus as a plug-in sees it: publishing may be rejected, and a subscription that falls behind is paused.
     *
     * @param subscriber whose it is
     * @return a view of this bus
     */
    EventBus viewFor(Subscriber subscriber);

    /**
     * The same bus for one purpose; subscriptions made through it carry the label in the {@link #statistics()}.
     *
     * @param label what they are for, such as {@code orders panel}
     * @return a view of this bus
     */
    HostBus labelled(String label);

    /**
     * The same bus without one kind of event, for a subscriber to many kinds that does not read the floods.
     *
     * @param kind subscriptions made through the view are not told of these
     * @return a view of this bus
     */
    HostBus except(Class<? extends ConsoleEvent> kind);

    /**
     * How each open subscription fares. Any thread; cheap enough to ask every second.
     *
     * @return one for each, in the order they were made
     */
    List<SubscriptionStatistics> statistics();

    /**
     * Waits until nothing is under way: every mailbox is empty, every callback done and the EDT has caught up. Not on the
     * EDT.
     *
     * @param atMost how long to wait
     * @return whether it became quiet
     * @throws InterruptedException if interrupted while waiting
     */
    boolean quiesce(Duration atMost) throws InterruptedException;
}
