package dev.signalbox.host.bench.ui;

import java.util.concurrent.locks.LockSupport;

/** Hands updates over at a rate, by the clock and about every millisecond. Who takes them may make it wait, and then it is late. */
final class Feeder {
    private static final long PAUSE_NANOS = 1_000_000;
    private static final int MOST_IN_BATCH = 1_000;

    private final Thread thread = new Thread(this::run, "bench-feeder");
    private final OrderUpdates updates;
    private final Subject subject;
    private final int rate;
    private volatile long made;
    private volatile boolean stopped;

    Feeder(OrderUpdates updates, Subject subject, int rate) {
        this.updates = updates;
        this.subject = subject;
        this.rate = rate;
    }

    void start() {
        thread.start();
    }

    /** How many updates were handed over so far. */
    long made() {
        return made;
    }

    /** Returns when the last update has been handed over. */
    void finish() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private void run() {
        long start = System.nanoTime();
        long handedOver = 0;
        try {
            while (!stopped) {
                long owed = (long) ((System.nanoTime() - start) * 1e-9 * rate) - handedOver;
                if (owed > 0) {
                    int count = (int) Math.min(owed, MOST_IN_BATCH);
                    subject.take(updates.next(count));
                    handedOver += count;
                    made = handedOver;
                }
                if (owed < MOST_IN_BATCH) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException(nobodyDoes);
        }
    }
}
