package dev.signalbox.host.diagnostics;

import java.awt.EventQueue;
import org.jspecify.annotations.Nullable;

/**
 * The event dispatch thread. Besides the bus the one place that posts to it: the probe brings nothing there, and must wait
 * for its turn like a key press and not for a frame of the bus.
 */
final class EventThread implements WindowThread {
    /** Learnt anew with each task, for AWT may begin another thread. */
    private volatile @Nullable Thread thread;

    @Override
    public void post(Runnable task) {
        EventQueue.invokeLater(() -> {
            thread = Thread.currentThread();
            task.run();
        });
    }

    @Override
    public StackTraceElement[] stack() {
        Thread known = thread;
        return known == null ? new StackTraceElement[0] : known.getStackTrace();
    }
}
