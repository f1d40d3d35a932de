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
    private final Duration stepDeadline;
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
        this(bus, settings, contributions, STEP_DEADLINE);
    }

    /** With another deadline for each step. */
    Plugins(HostBus bus, SettingsStore settings, Contributions contributions, Duration stepDeadline) {
        this.bus = bus;
        this.settings = settings;
        this.contributions = contributions;
        this.stepDeadline = stepDeadline;
    }

    private record Running(FoundPlugin found, HostPluginContext context, ExecutorService thread) {}

    /**
     * Starts plug-ins side by side and waits until each has started, failed, or used up its time.
     *
     * @param found the plug-ins
     * @return whether every one started
     * @throws InterruptedException if interrupted while waiting
     */
    public boolean start(List<FoundPlugin> found) throws InterruptedException {
        List<Running> starting = new ArrayList<>();
        List<Future<?>> starts = new ArrayList<>();
        for (FoundPlugin plugin : found) {
            Running one = prepare(plugin);
            starting.add(one);
            starts.add(one.thread()
                    .submit(() -> call(one, () -> one.found().plugin().start(one.context()))));
        }
        long deadline = System.nanoTime() + stepDeadline.toNanos();
        boolean all = true;
        for (int i = 0; i < starting.size(); i++) {
            Running one = starting.get(i);
            if (succeeded(one, starts.get(i), deadline)) {
                running.push(one);
            } else {
                one.context().closeContributions();
                closeOwned(one);
                all = false;
            }
        }
        return all;
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
                    one.thread(),
                    TEXTS.get("doing.stop", one.found().name()),
                    () -> one.found().plugin().stop());
            closeOwned(one);
        }
    }

    /** On a thread of its own again: the plug-in's may hang, and what it holds is to be closed all the same. */
    private void closeOwned(Running one) throws InterruptedException {
        one.thread().shutdownNow();
        ExecutorService thread = thread(one.found(), "-close");
        step(one, thread, TEXTS.get("doing.close", one.found().name()), one.context()::closeOwned);
        thread.shutdownNow();
    }

    private static ExecutorService thread(FoundPlugin found, String suffix) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "plugin-" + found.id() + suffix);
            made.setDaemon(true);
            made.setContextClassLoader(found.loader());
            return made;
        });
    }

    private Running prepare(FoundPlugin found) {
        ExecutorService thread = thread(found, "");
        Subscriber subscriber = new Subscriber(TEXTS.get("plugin", found.name()), thread, found.loader(), false);
        StartedPlugin started = new StartedPlugin(
                found.id(),
                found.name(),
                found.loader(),
                thread,
                subscriber,
                bus.viewFor(subscriber),
                settings.of(found.id()));
        HostPluginContext context = new HostPluginContext(
                started, contributions, (doing, failure) -> report(found, doing, failure.toString()));
        return new Running(found, context, thread);
    }

    private boolean succeeded(Running one, Future<?> start, long deadline) throws InterruptedException {
        String doing = TEXTS.get("doing.start", one.found().name());
        if (!await(one, start, deadline, doing)) {
            return false;
        }
        try {
            one.context().goLive();
            LOG.info("plug-in {} {} started", one.found().id(), one.found().version());
            return true;
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable refused) {
            report(one.found(), doing, refused.toString());
            LOG.warn("{} failed", doing, refused);
            return false;
        }
    }

    private void step(Running one, ExecutorService thread, String doing, Step step) throws InterruptedException {
        long deadline = System.nanoTime() + stepDeadline.toNanos();
        try {
            await(one, thread.submit(() -> call(one, step)), deadline, doing);
        } catch (RejectedExecutionException gone) {
            LOG.debug("{} has no thread any more", one.found().id());
        }
    }

    private boolean await(Running one, Future<?> future, long deadline, String doing) throws InterruptedException {
        try {
            future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException failed) {
            report(one.found(), doing, String.valueOf(failed.getCause()));
            LOG.warn("{} failed", doing, failed.getCause());
        } catch (TimeoutException hung) {
            report(one.found(), doing, TEXTS.get("hung", stepDeadline.toSeconds()));
            future.cancel(true);
        }
        return false;
    }

    private void report(FoundPlugin found, String doing, String cause) {
        bus.publish(List.of(new Problem(found.id(), doing, cause, TEXTS.get("next"), Instant.now())));
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
