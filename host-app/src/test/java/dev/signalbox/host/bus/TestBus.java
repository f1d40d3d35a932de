package dev.signalbox.host.bus;

import dev.signalbox.api.EventBus;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.awaitility.Awaitility;

/** A bus and the two kinds of subscribers it knows, each with a thread the test steps. */
final class TestBus {
    static final Duration SOON = Duration.ofSeconds(20);

    final ClassLoader hostLoader = new ClassLoader("host", null) {};
    final ClassLoader pluginLoader = new ClassLoader("plug-in", null) {};
    final SteppedThread hostThread = new SteppedThread();
    final SteppedThread pluginThread = new SteppedThread();
    final MailboxEventBus bus;
    final EventBus plugin;

    TestBus() {
        this(1_000_000, Bounds.USUAL);
    }

    TestBus(int rowsMost, Bounds bounds) {
        bus = new MailboxEventBus(new Subscriber("the console", hostThread, hostLoader, true), () -> rowsMost, bounds);
        plugin = pluginOn(pluginThread);
    }

    EventBus pluginOn(Executor thread) {
        return bus.viewFor(new Subscriber("plug-in tick", thread, pluginLoader, false));
    }

    /** Waits for the picture's own thread, the only one that is not stepped. */
    void awaitPicture() {
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(bus::pictureUpToDate);
    }

    /** Runs what waits on the stepped threads and waits for the EDT. */
    void settle() throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        do {
            hostThread.runAll();
            pluginThread.runAll();
            if (bus.quiesce(Duration.ofMillis(50))) {
                return;
            }
        } while (System.nanoTime() < deadline);
        throw new AssertionError("the bus does not come to rest");
    }
}
