package dev.signalbox.host.plugin;

import dev.signalbox.api.Problem;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops plug-ins, each on a thread of its own. One that fails or hangs never stops the others. */
public final class Plugins {
    /** How long a start, and each step of a stop, may take. */
    private static final Duration STEP_DEADLINE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
    private static final Texts TEXTS = Texts.of(Plugins.class);

    private final HostBus bus;
    private final SettingsStore settings;
    private final Contributions contributions;
    private final Deque<Running> running = new ArrayDeque<>();

    /**
     * Makes an empty set of plug-ins.
     *
     * @param bus the bus
     * @param settings all settings
     * @param contributions where contributions go live
     */
    @Inject
    public Plugins(HostBus bus, SettingsStore settings, Contributions contributions) {
        this.bus = bus;
        this.settings = settings;
        this.contributions = contributions;
    }

    private record Running(FoundPlugin found, HostPluginContext context, ExecutorService thread) {}

    /**
     * Starts plug-ins side by side and waits until each has started, failed, or used up its time.
     *
     * @param found the plug-ins
     * @throws InterruptedException if interrupted while waiting
     */
    public void start(List<FoundPlugin> found) throws InterruptedException {
        List<Running> starting = new ArrayList<>();
        List<Future<?>> starts = new ArrayList<>();
        for (FoundPlugin plugin : found) {
            Running one = prepare(plugin);
            starting.add(one);
            starts.add(one.thread()
                    .submit(() -> call(one, () -> one.found().plugin().start(one.context()))));
        }
        for (int i = 0; i < starting.size(); i++) {
            Running one = starting.get(i);
            if (succeeded(one, starts.get(i))) {
                running.push(one);
            } else {
                one.context().closeContributions();
                one.context().closeOwned();
                one.thread().shutdownNow();
            }
        }
    }

    /**
     * Stops every plug-in, newest first: contributions, then {@code stop}, then what it owns.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public void stopAll() throws InterruptedException {
        while (!running.isEmpty()) {
            Running one = running.pop();
            one.context().closeContributions();
            step(
                    one,
                    TEXTS.get("doing.stop", one.found().name()),
                    () -> one.found().plugin().stop());
            step(one, TEXTS.get("doing.close", one.found().name()), one.context()::closeOwned);
            one.thread().shutdownNow();
        }
    }

    private Running prepare(FoundPlugin found) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "plugin-" + found.id());
            made.setDaemon(true);
            made.setContextClassLoader(found.loader());
            return made;
        });
        Subscriber subscriber = new Subscriber(TEXTS.get("plugin", found.name()), thread, found.loader(), false);
        StartedPlugin started = new StartedPlugin(
                found.id(), found.name(), found.loader(), thread, bus.viewFor(subscriber), settings.of(found.id()));
        return new Running(found, new HostPluginContext(started, contributions), thread);
    }

    private boolean succeeded(Running one, Future<?> start) throws InterruptedException {
        String doing = TEXTS.get("doing.start", one.found().name());
        if (!await(one, start, doing)) {
            return false;
        }
        try {
            one.context().goLive();
            LOG.info("plug-in {} {} started", one.found().id(), one.found().version());
            return true;
        } catch (RuntimeException | LinkageError refused) {
            report(one, doing, refused.toString());
            return false;
        }
    }

    private void step(Running one, String doing, Step step) throws InterruptedException {
        try {
            await(one, one.thread().submit(() -> call(one, step)), doing);
        } catch (RejectedExecutionException gone) {
            LOG.debug("{} has no thread any more", one.found().id());
        }
    }

    private boolean await(Running one, Future<?> future, String doing) throws InterruptedException {
        try {
            future.get(STEP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            report(one, doing, String.valueOf(failed.getCause()));
            LOG.warn("{} failed", doing, failed.getCause());
        } catch (TimeoutException hung) {
            report(one, doing, TEXTS.get("hung", STEP_DEADLINE.toSeconds()));
            future.cancel(true);
        }
        return false;
    }

    private void report(Running one, String doing, String cause) {
        bus.publish(List.of(new Problem(one.found().id(), doing, cause, TEXTS.get("next"), Instant.now())));
    }

    private interface Step {
        void run() throws Exception;
    }

    /** A plug-in's class that cannot be linked fails like any other; only an error of the machine passes. */
    private static Void call(Running one, Step step) throws Exception {
        Thread.currentThread().setContextClassLoader(one.found().loader());
        step.run();
        return null;
    }
}
