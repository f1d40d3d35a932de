package dev.signalbox.host.bus;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The daemon thread that keeps the picture: begins with the first task and ends when it had nothing to do for a while. It
 * rests a moment after each task, so that publishers find it awake and leave it be.
 */
final class PictureThread implements Executor {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ThreadPoolExecutor executor;

    PictureThread() {
        // The picture's mailbox has at most one task in the queue.
        this.executor =
                new ThreadPoolExecutor(1, 1, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), PictureThread::thread);
        this.executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> {
            task.run();
            LockSupport.parkNanos(REST_NANOS);
        });
    }

    /** Begun by whoever publishes, which may be a plug-in's thread: it must not inherit what leads to the plug-in. */
    @SuppressWarnings("removal")
    private static Thread thread(Runnable tasks) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Thread(null, tasks, "signalbox-picture", 0, false);
            thread.setContextClassLoader(PictureThread.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        });
    }
}
