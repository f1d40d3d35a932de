package dev.signalbox.host.app;

import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.signalbox.api.Problem;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.plugin.FoundPlugin;
import dev.signalbox.host.plugin.Plugins;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.source.ClockTimers;
import dev.signalbox.host.source.Sources;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs behind a window, and as well without one: plug-ins, supervision, watches and the bus, and no class of AWT.
 * Opened in one order, closed in the opposite one. It never ends by itself: a source that fails is an event like any other.
 */
final class RunningHost implements AutoCloseable {
    /** How long the sources' threads may take to end. */
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(RunningHost.class);
    private static final Texts TEXTS = Texts.of(RunningHost.class);

    private final Plugins plugins;
    private final Sources sources;
    private final HostBus bus;
    private final ClockTimers timers;
    private final HostThread thread;
    private final AtomicBoolean closing = new AtomicBoolean();

    @Inject
    RunningHost(Plugins plugins, Sources sources, HostBus bus, ClockTimers timers, HostThread thread) {
        this.plugins = plugins;
        this.sources = sources;
        this.bus = bus;
        this.timers = timers;
        this.thread = thread;
    }

    /** Wires a host without a window, with these settings; nothing is started. */
    static RunningHost withoutWindow(SettingsStore store) {
        return Guice.createInjector(Stage.PRODUCTION, new HeadlessModule(store)).getInstance(RunningHost.class);
    }

    /**
     * Starts the plug-ins; their sources are there then, and not connected. Whoever opens it connects those it wants, or
     * lets all {@linkplain Sources#begin begin}.
     *
     * @param found the plug-ins to start
     * @param notices what should be known of the start; published first
     * @return whether every plug-in started; a problem was published for each that did not
     */
    boolean open(List<FoundPlugin> found, List<Problem> notices) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        bus.publish(notices);
        return plugins.start(found);
    }

    HostBus bus() {
        return bus;
    }

    Sources sources() {
        return sources;
    }

    /** Ends the sources, then the plug-ins, then the threads; returns when all is closed or had its time. Once. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            List<String> stuck = sources.closeAll(CLOSE_DEADLINE);
            stuck.forEach(source -> LOG.warn("{} did not end in time", source));
            plugins.stopAll();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            timers.close();
            thread.close();
        }
        LOG.info("closed");
    }

    /** What nobody caught is a fault of the host or of a plug-in; the host goes on and says so. */
    private void uncaught(Thread where, Throwable failure) {
        LOG.error("uncaught on {}", where.getName(), failure);
        bus.publish(List.of(new Problem(
                "console",
                TEXTS.get("doing.work", where.getName()),
                failure.toString(),
                TEXTS.get("doing.work.next"),
                Instant.now())));
    }
}
