package dev.signalbox.host.diagnostics;

import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last stalls of this run. Any thread. */
final class Stalls {
    /** The oldest go first. */
    static final int MOST = 100;

    // guarded by this
    private final Deque<Stall> newestFirst = new ArrayDeque<>();
    private long total;

    @Inject
    Stalls() {}

    synchronized void add(Stall stall) {
        newestFirst.addFirst(stall);
        total++;
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }

    synchronized List<Stall> newestFirst() {
        return List.copyOf(newestFirst);
    }

    /** How many there were, also those no longer kept. */
    synchronized long total() {
        return total;
    }
}
