package dev.signalbox.host.app;

import dev.signalbox.api.Problem;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.demo.DemoKind;
import dev.signalbox.host.diagnostics.Watchdog;
import dev.signalbox.host.order.OrderHistory;
import dev.signalbox.host.plugin.FoundPlugin;
import dev.signalbox.host.shell.MainWindow;
import jakarta.inject.Inject;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/** The console as a whole: opened in one order, closed in the opposite one. */
final class Console {
    private final MainWindow window;
    private final OrderHistory history;
    private final Settings settings;
    private final RunningHost host;
    private final Demo demo;
    private final Watchdog watchdog;
    private final AtomicBoolean closing = new AtomicBoolean();
    private Subscription recording = () -> {};

    @Inject
    Console(
            MainWindow window,
            OrderHistory history,
            Settings settings,
            RunningHost host,
            Demo demo,
            Watchdog watchdog) {
        this.window = window;
        this.history = history;
        this.settings = settings;
        this.host = host;
        this.demo = demo;
        this.watchdog = watchdog;
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
        onEdt(() -> {
            recording = history.start(host.bus(), settings);
            window.build(() -> close(exit));
        });
        story.ifPresent(kind -> onEdtUnchecked(() -> demo.start(kind)));
        host.open(found, notices);
        onEdt(window::show);
        watchdog.start(shownNames(found));
        host.sources().begin();
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
        return host.bus();
    }

    private int closeAll() {
        try {
            watchdog.close();
            onEdt(() -> {
                window.dispose();
                recording.close();
            });
            host.close();
            onEdt(demo::close);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            host.close();
        }
        return 0;
    }

    private static Map<String, String> shownNames(List<FoundPlugin> found) {
        Map<String, String> names = new HashMap<>();
        found.forEach(plugin -> names.put(plugin.loader().getName(), plugin.name()));
        return names;
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
