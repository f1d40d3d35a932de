package dev.signalbox.host.bench.road;

import java.awt.EventQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks the EDT for an answer every 10 ms, whether the last one has come or not, and notes how late it is. */
final class EdtProbe implements AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Runnable each;
    private final Thread thread = new Thread(this::ask, "edt-probe");
    private volatile boolean closed;

    // EDT only
    private Delays delays = new Delays();

    EdtProbe(Runnable each) {
        this.each = each;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** What it noted since the last time. On the EDT. */
    Delays take() {
        Delays taken = delays;
        delays = new Delays();
        return taken;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void ask() {
        long due = System.nanoTime();
        while (!closed) {
            due += PERIOD_NANOS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long asked = System.nanoTime();
            EventQueue.invokeLater(() -> {
                delays.add(System.nanoTime() - asked);
                each.run();
            });
        }
    }
}
