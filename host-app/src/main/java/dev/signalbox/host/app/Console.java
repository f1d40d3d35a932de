package dev.signalbox.host.app;

import dev.signalbox.api.Problem;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.demo.DemoKind;
import dev.signalbox.host.plugin.FoundPlugin;
import dev.signalbox.host.plugin.Plugins;
import dev.signalbox.host.shell.MainWindow;
import dev.signalbox.host.source.ClockTimers;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console as a whole: opened in one order, closed in the opposite one. */
final class Console {
    /** How long the sources' threads may take to end when the console closes. */
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final Texts TEXTS = Texts.of(Console.class);

    private final MainWindow window;
    private final Plugins plugins;
    private final Sources sources;
    private final Demo demo;
    private final HostBus bus;
    private final ClockTimers timers;
    private final HostThread thread;
    private final AtomicBoolean closing = new AtomicBoolean();

    @Inject
    Console(
            MainWindow window,
            Plugins plugins,
            Sources sources,
            Demo demo,
            HostBus bus,
            ClockTimers timers,
            HostThread thread) {
        this.window = window;
        this.plugins = plugins;
        this.sources = sources;
        this.demo = demo;
        this.bus = bus;
        this.timers = timers;
        this.thread = thread;
    }

    /**
     * Opens the console; returns once the window is shown and the sources are on their way.
     *
     * @param found the plug-ins to start
     * @param notices what the operator should know of the start
     * @param story the demo to begin with, if any
     * @param exit called with the exit code when everything is closed
     */
    void open(List<FoundPlugin> found, List<Problem> notices, Optional<DemoKind> story, IntConsumer exit)
            throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        onEdt(() -> window.build(() -> close(exit)));
        bus.publish(notices);
        story.ifPresent(kind -> onEdtUnchecked(() -> demo.start(kind)));
        plugins.start(found);
        onEdt(window::show);
        sources.begin();
    }

    /** Closes everything, off the EDT, and then exits. A second call does nothing. */
    void close(IntConsumer exit) {
        if (closing.compareAndSet(false, true)) {
            Thread closer = new Thread(() -> exit.accept(closeAll()), "signalbox-close");
            closer.start();
        }
    }

    /** The bus, so that tests can wait for quiet. */
    HostBus bus() {
        return bus;
    }

    /** What nobody caught is a fault of the console or of a plug-in; the console goes on and says so. */
    private void uncaught(Thread where, Throwable failure) {
        LOG.error("uncaught on {}", where.getName(), failure);
        bus.publish(List.of(new Problem(
                "console",
                TEXTS.get("doing.work", where.getName()),
                failure.toString(),
                TEXTS.get("doing.work.next"),
                Instant.now())));
    }

    private int closeAll() {
        try {
            onEdt(window::dispose);
            List<String> stuck = sources.closeAll(CLOSE_DEADLINE);
            stuck.forEach(source -> LOG.warn("{} did not end in time", source));
            plugins.stopAll();
            onEdt(demo::close);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            timers.close();
            thread.close();
        }
        LOG.info("closed");
        return 0;
    }

    private static void onEdtUnchecked(Runnable task) {
        try {
            onEdt(task);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void onEdt(Runnable task) throws InterruptedException {
        try {
            EventQueue.invokeAndWait(task);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
