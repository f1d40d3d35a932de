package dev.signalbox.host.app;

import dev.signalbox.api.Problem;
import dev.signalbox.host.plugin.FoundPlugin;
import dev.signalbox.host.tail.ExitCode;
import dev.signalbox.host.tail.Tail;
import dev.signalbox.host.tail.TailOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code signalbox tail}: the host without a window, printing what happens. SIGINT and SIGTERM close it in order, and the
 * process then ends with the exit code the system gives to a signal (130 and 143): it was stopped, which is neither an end
 * of its own nor a failure.
 */
final class TailCommand {
    /** How long a signal may wait for the close; more than everything in it may take when nothing hangs. */
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(TailCommand.class);

    private final TailOptions options;
    private final OutputStream out;
    private final PrintStream err;
    private final CountDownLatch closed = new CountDownLatch(1);

    TailCommand(TailOptions options, OutputStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Follows until it is over; returns the exit code when everything is closed. */
    int run(RunningHost host, List<FoundPlugin> plugins, List<Problem> notices, boolean pluginsRefused)
            throws InterruptedException {
        Tail tail = new Tail(host.bus(), host.sources(), options, out, text -> err.println("signalbox: " + text));
        Thread onSignal = new Thread(() -> stop(tail), "signalbox-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            tail.listen();
            boolean allStarted = host.open(plugins, notices);
            return tail.follow(pluginsRefused || !allStarted);
        } finally {
            close(tail, host);
            closed.countDown();
            forget(onSignal);
        }
    }

    private static void close(Tail tail, RunningHost host) throws InterruptedException {
        try {
            tail.quieten();
        } finally {
            host.close();
        }
    }

    /** The process ends when this returns. */
    private void stop(Tail tail) {
        tail.end(ExitCode.AS_ASKED);
        try {
            if (!closed.await(CLOSE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("not everything was closed in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            LOG.debug("the process ends already");
        }
    }
}
