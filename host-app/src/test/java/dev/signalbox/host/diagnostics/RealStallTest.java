package dev.signalbox.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.PluginContext;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.plugin.FoundPlugin;
import dev.signalbox.host.plugin.PluginFinder;
import dev.signalbox.host.plugin.PluginJar;
import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real event dispatch thread, held up by the code of a real jar. */
@Timeout(60)
class RealStallTest {
    @TempDir
    Path directory;

    private final BlockingQueue<Stall> began = new LinkedBlockingQueue<>();
    private final BlockingQueue<Stall> ended = new LinkedBlockingQueue<>();
    private final StallListener listener = new StallListener() {
        @Override
        public void began(Stall soFar) {
            began.add(soFar);
        }

        @Override
        public void ended(Stall stall) {
            ended.add(stall);
        }
    };

    @Test
    void aPluginThatHoldsTheWindowUpIsNamedOnceWhileItDoesAndOnceAfter() throws Exception {
        FoundPlugin plugin = pluginThatAsksForItsId();
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        PluginContext context = contextThatAnswersAfter(free, held);
        StallWatch watch = watch(plugin);
        EventQueue.invokeAndWait(() -> {});
        watch.look();
        EventQueue.invokeAndWait(() -> {});
        EventQueue.invokeLater(() -> start(plugin, context));
        held.await();

        watch.look();
        Thread watching = new Thread(() -> look(watch), "watching");
        watching.start();
        Stall soFar = began.poll(30, TimeUnit.SECONDS);
        free.countDown();
        Stall stall = ended.poll(30, TimeUnit.SECONDS);
        watching.interrupt();
        watching.join();

        assertThat(soFar).isNotNull();
        assertThat(stall).isNotNull();
        assertThat(stall.culprit())
                .isEqualTo(new Culprit(
                        Culprit.Kind.PLUGIN, "plug-in Held", stall.culprit().where()));
        assertThat(stall.culprit().where()).startsWith("tried.Held.start (Held.java:");
        assertThat(stall.held()).isGreaterThanOrEqualTo(StallWatch.LATE);
        assertThat(stall.stacks()).contains("plugin:held//tried.Held.start");
        assertThat(began).isEmpty();
        assertThat(ended)
                .filteredOn(other -> other.culprit().equals(stall.culprit()))
                .isEmpty();
    }

    @Test
    void aModalDialogLetsEventsThroughAndIsNoStall() throws Exception {
        long[] nanos = {0};
        StallWatch watch = new StallWatch(
                new EventThread(), new Blame(Map.of()), listener, InstantSource.system(), () -> nanos[0]);
        SecondaryLoop modal = Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
        CountDownLatch over = new CountDownLatch(1);
        EventQueue.invokeLater(() -> {
            modal.enter();
            over.countDown();
        });
        for (int i = 0; i < 20; i++) {
            Duration due = watch.look();
            EventQueue.invokeAndWait(() -> {});
            nanos[0] += due.toNanos();
        }
        assertThat(over.getCount()).as("it is open all the while").isEqualTo(1);
        modal.exit();
        over.await();
        assertThat(began).isEmpty();
    }

    @Test
    void theWatchdogStopsWithTheConsole() throws Exception {
        Watchdog watchdog = new Watchdog(
                new Stalls(),
                new MailboxEventBus(
                        new Subscriber("the console", Runnable::run, getClass().getClassLoader(), true), () -> 1000),
                InstantSource.system());
        watchdog.close();
        watchdog.start(Map.of());
        List<Thread> running = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("signalbox-watchdog"))
                .toList();
        watchdog.close();
        watchdog.close();
        assertThat(running).hasSize(1);
        running.get(0).join();
        assertThat(running.get(0).isDaemon()).isTrue();
    }

    private StallWatch watch(FoundPlugin plugin) {
        return new StallWatch(
                new EventThread(),
                new Blame(Map.of(plugin.loader().getName(), plugin.name())),
                listener,
                InstantSource.system(),
                System::nanoTime);
    }

    private static void look(StallWatch watch) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.NANOSECONDS.sleep(watch.look().toNanos());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(FoundPlugin plugin, PluginContext context) {
        try {
            plugin.plugin().start(context);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static PluginContext contextThatAnswersAfter(CountDownLatch free, CountDownLatch held) {
        return (PluginContext) Proxy.newProxyInstance(
                PluginContext.class.getClassLoader(),
                new Class<?>[] {PluginContext.class},
                (proxy, method, arguments) -> {
                    held.countDown();
                    free.await();
                    return "held";
                });
    }

    private FoundPlugin pluginThatAsksForItsId() throws Exception {
        new PluginJar().source("""
                        package tried;
                        import dev.signalbox.api.*;
                        @PluginDescriptor(id = "held", name = "Held", version = "1.0.0", api = "1.0")
                        public class Held implements ConsolePlugin {
                            public void start(PluginContext context) {
                                context.pluginId();
                            }
                        }
                        """).service("tried.Held").writeTo(directory.resolve("held/held.jar"));
        return PluginFinder.find(directory).plugins().get(0);
    }
}
