package dev.signalbox.host.source;

import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timers by the machine's clock, on one daemon thread. */
public final class ClockTimers implements Timers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockTimers.class);

    private final ScheduledThreadPoolExecutor executor;

    /** Makes timers; their thread starts with the first task. */
    public ClockTimers() {
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "signalbox-timers");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
        try {
            Future<?> future = executor.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("a timed task failed", failure);
        }
    }
}
