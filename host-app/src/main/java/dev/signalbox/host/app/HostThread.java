package dev.signalbox.host.app;

import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one background thread of the console's own subscriptions. */
final class HostThread implements Executor, AutoCloseable {
    private final ThreadPoolExecutor executor;

    @Inject
    HostThread() {
        // Each mailbox has at most one task in the queue, so the number of subscriptions bounds it.
        this.executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "signalbox-background");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
