package dev.signalbox.host.bench.ui;

import java.awt.EventQueue;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How late the EDT runs what it is asked for. It is asked by the clock, every 10 ms, whether it has answered or not: one
 * long hold-up counts as often as an operator could have hit it.
 */
final class EdtProbe {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** The EDT is stuck for 20 s then; more would tell nothing new. */
    private static final int MOST_WAITING = 2_000;

    private final Thread thread = new Thread(this::run, "bench-probe");
    private final AtomicInteger waiting = new AtomicInteger();
    private final Durations delays = new Durations();
    private final Runnable then;
    private volatile boolean stopped;

    /**
     * Makes a probe.
     *
     * @param then also done on the EDT each time
     */
    EdtProbe(Runnable then) {
        this.then = then;
    }

    void start() {
        thread.start();
    }

    /** Ends the asking and waits for the answers that are still missing. */
    Durations finish(Duration atMost) throws InterruptedException {
        stopped = true;
        thread.join();
        long deadline = System.nanoTime() + atMost.toNanos();
        while (waiting.get() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The EDT did not run what it was asked for within " + atMost + ".");
            }
            LockSupport.parkNanos(EVERY_NANOS);
        }
        return OnEdt.get(() -> delays);
    }

    private void run() {
        long due = System.nanoTime();
        while (!stopped) {
            due += EVERY_NANOS;
            long early = due - System.nanoTime();
            while (early > 0) {
                LockSupport.parkNanos(early);
                early = due - System.nanoTime();
            }
            if (waiting.get() < MOST_WAITING) {
                ask(-early > EVERY_NANOS ? due : due - early);
            }
        }
    }

    /** From when it is asked; when this thread was held up too, as by a collection, from when it should have been. */
    private void ask(long from) {
        waiting.incrementAndGet();
        EventQueue.invokeLater(() -> {
            delays.add(System.nanoTime() - from);
            waiting.decrementAndGet();
            then.run();
        });
    }
}
