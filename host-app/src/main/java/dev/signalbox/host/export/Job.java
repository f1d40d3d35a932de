package dev.signalbox.host.export;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A piece of work on a thread of its own. Who wants to know how it stands asks; nobody is told. */
final class Job<T> {
    private final Work<T> work;
    private final Progress progress = new Progress();
    private final Thread thread = new Thread(this::run, "signalbox-export");

    // written before ended, read after it
    private @Nullable T result;
    private @Nullable IOException failure;
    private volatile boolean ended;

    Job(Work<T> work) {
        this.work = work;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void cancel() {
        progress.cancel();
    }

    int done() {
        return progress.done();
    }

    boolean ended() {
        return ended;
    }

    /** What came out of it, once it has ended; null if it failed or was cancelled. */
    @Nullable T result() {
        return result;
    }

    @Nullable IOException failure() {
        return failure;
    }

    /** Waits a moment, so that a cancelled job can tidy up before the program ends. */
    void join(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            result = work.run(progress);
        } catch (CancellationException asAsked) {
            // No result and no failure say it.
        } catch (IOException fault) {
            failure = fault;
        } catch (RuntimeException fault) {
            failure = new IOException(fault.toString(), fault);
        } finally {
            ended = true;
        }
    }
}
