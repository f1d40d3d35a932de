package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Which rows were removed while a subscription was paused: the picture it gets afterwards does not say so. Beyond a bound
 * the oldest are forgotten. Guarded by the bus's lock.
 */
final class Removals<E extends ConsoleEvent> {
    private final int most;
    private final Deque<E> removals = new ArrayDeque<>();
    private boolean forgot;

    Removals(int most) {
        this.most = most;
    }

    void keep(List<E> events) {
        for (E event : events) {
            if (event instanceof WorkRemoved) {
                removals.add(event);
                if (removals.size() > most) {
                    removals.remove();
                    forgot = true;
                }
            }
        }
    }

    boolean forgot() {
        return forgot;
    }

    int size() {
        return removals.size();
    }

    /** Gives what was kept and begins anew. */
    List<E> take() {
        List<E> taken = List.copyOf(removals);
        clear();
        return taken;
    }

    void clear() {
        removals.clear();
        forgot = false;
    }
}
