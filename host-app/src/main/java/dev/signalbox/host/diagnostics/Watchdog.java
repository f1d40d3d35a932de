package dev.signalbox.host.diagnostics;

import dev.signalbox.api.EventBus;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watches whether the window's thread keeps up, from a thread of its own, and says who holds it up when it does not. */
public final class Watchdog implements AutoCloseable {
    private final Stalls stalls;
    private final EventBus bus;
    private final InstantSource clock;

    private @Nullable Thread thread;

    @Inject
    Watchdog(Stalls stalls, EventBus bus, InstantSource clock) {
        this.stalls = stalls;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * Begins to watch; once, and after the window is shown: before that there is nothing to hold up.
     *
     * @param pluginNames what operators read for each plug-in, by the name of its class loader
     */
    public void start(Map<String, String> pluginNames) {
        StallWatch watch = new StallWatch(
                new EventThread(), new Blame(pluginNames), new StallReports(stalls, bus), clock, System::nanoTime);
        Thread made = new Thread(() -> run(watch), "signalbox-watchdog");
        made.setDaemon(true);
        made.start();
        thread = made;
    }

    /** Ends it, without waiting. Twice is harmless. */
    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private static void run(StallWatch watch) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.NANOSECONDS.sleep(watch.look().toNanos());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
