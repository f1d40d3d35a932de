package dev.signalbox.host.source;

import dev.signalbox.api.Settings;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.settings.HostSettings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sources alive now, each under a supervisor of its own. Any thread. */
public final class Sources {
    private final HostBus bus;
    private final Timers timers;
    private final Settings settings;

    // guarded by this
    private final Map<String, SourceSupervisor> supervisors = new LinkedHashMap<>();
    private boolean begun;

    /**
     * Makes an empty set of sources.
     *
     * @param bus where events go
     * @param timers the time
     * @param settings the console's settings
     */
    @Inject
    public Sources(HostBus bus, Timers timers, Settings settings) {
        this.bus = bus;
        this.timers = timers;
        this.settings = settings;
    }

    /**
     * Adds a source. It starts at once if sources have {@linkplain #begin begun} and start by themselves.
     *
     * @param pluginId whose it is
     * @param source the source
     * @param loader the context class loader of its thread
     * @return takes it out again
     */
    public Subscription add(String pluginId, UpdateSource source, ClassLoader loader) {
        String name = pluginId + "/" + source.id();
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> daemon(task, "source-" + name));
        SourceSupervisor supervisor = new SourceSupervisor(
                name, source, loader, bus, timers, new SplittableRandom(), () -> SourceSettings.read(settings), thread);
        synchronized (this) {
            if (supervisors.containsKey(name)) {
                thread.shutdown();
                throw new IllegalArgumentException("there is a source " + name + " already");
            }
            supervisors.put(name, supervisor);
            supervisor.announce();
            if (begun && settings.get(HostSettings.CONNECT_AT_START)) {
                supervisor.connect();
            }
        }
        return () -> remove(name, supervisor);
    }

    /** Starts the sources, if they start by themselves; called once the window is there. */
    public synchronized void begin() {
        begun = true;
        if (settings.get(HostSettings.CONNECT_AT_START)) {
            supervisors.values().forEach(SourceSupervisor::connect);
        }
    }

    /**
     * The sources alive now.
     *
     * @return their controls, in the order they were added
     */
    public synchronized List<SourceControl> controls() {
        return List.copyOf(supervisors.values());
    }

    /**
     * One source.
     *
     * @param name its name
     * @return its control, or empty when it is gone
     */
    public synchronized Optional<SourceControl> control(String name) {
        return Optional.ofNullable(supervisors.get(name));
    }

    /**
     * Ends every source and waits for their threads.
     *
     * @param atMost how long to wait altogether
     * @return the names of those that did not end in time
     * @throws InterruptedException if interrupted while waiting
     */
    public List<String> closeAll(Duration atMost) throws InterruptedException {
        List<SourceSupervisor> all;
        synchronized (this) {
            all = List.copyOf(supervisors.values());
            supervisors.clear();
            begun = false;
        }
        all.forEach(SourceSupervisor::withdraw);
        long deadline = System.nanoTime() + atMost.toNanos();
        List<String> stuck = new java.util.ArrayList<>();
        for (SourceSupervisor supervisor : all) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (!supervisor.awaitEnd(left)) {
                stuck.add(supervisor.source());
            }
        }
        return stuck;
    }

    private void remove(String name, SourceSupervisor supervisor) {
        // In this order: a newcomer of the same name must not be withdrawn with the old one.
        supervisor.withdraw();
        synchronized (this) {
            supervisors.remove(name, supervisor);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
