package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Several sources publish at once, to subscribers that behave and subscribers that do not. */
final class RandomSchedulesTest {
    private static final int SOURCES = 3;
    private static final int KEYS = 12;
    private static final int BATCHES = 150;
    private static final int MOST_IN_A_BATCH = 12;
    private static final Bounds SMALL = new Bounds(128, 32, 24);

    /** What is published inside callbacks, on top of the bound: the console's own publishing never waits. */
    private static final int MOST_INSIDE = 60;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void everyKeyKeepsItsOrderAndItsNewestAndNoSettledOrFailedEventIsLost(@ForAll long seed) throws Exception {
        ExecutorService hostThread = Executors.newSingleThreadExecutor();
        ExecutorService pluginThread = Executors.newSingleThreadExecutor();
        ExecutorService publishers = Executors.newFixedThreadPool(SOURCES);
        try {
            MailboxEventBus bus = new MailboxEventBus(
                    new Subscriber("the console", hostThread, getClass().getClassLoader(), true), () -> 10_000, SMALL);
            EventBus plugin = bus.viewFor(
                    new Subscriber("plug-in", pluginThread, getClass().getClassLoader(), false));
            Recorder<OrderEvent> ui = new Recorder<>();
            Recorder<OrderEvent> background = new Recorder<>();
            Recorder<OrderEvent> slow = new Recorder<>();
            Recorder<OrderEvent> every = new Recorder<>();
            bus.subscribeEvery(OrderEvent.class, every);
            bus.subscribe(OrderEvent.class, Delivery.UI, Replay.CURRENT, ui);
            bus.subscribe(OrderEvent.class, Delivery.BACKGROUND, Replay.CURRENT, background);
            misbehave(bus, plugin, new Random(seed), slow);

            AtomicInteger largest = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            List<List<OrderEvent>> published = new ArrayList<>();
            for (int i = 0; i < SOURCES; i++) {
                List<OrderEvent> own = script("s" + i + "/orders", new Random(seed + i));
                published.add(own);
                Random sizes = new Random(seed - i);
                publishers.execute(() -> publish(bus, own, sizes, start, largest));
            }
            start.countDown();
            publishers.shutdown();
            assertThat(publishers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(bus.quiesce(TestBus.SOON)).isTrue();

            List<OrderEvent> all = published.stream().flatMap(List::stream).toList();
            assertOrderAndNewest(all, ui.events());
            assertOrderAndNewest(all, background.events());
            assertOrderAndNewest(all, slow.events());
            List<OrderEvent> neverLost = all.stream()
                    .filter(event -> event.settled() || event.failed())
                    .toList();
            assertThat(ui.events()).containsAll(neverLost);
            assertThat(background.events()).containsAll(neverLost);
            assertThat(every.events()).containsExactlyInAnyOrderElementsOf(all);
            assertOrderAndNewest(all, every.events());
            // A plug-in's backlog may double while it is being merged or its picture is awaited. Every source may bring
            // a
            // batch at the moment when there is room, and a replay has a bound of its own.
            assertThat(largest.get())
                    .isLessThanOrEqualTo(
                            2 * SMALL.mostWaiting() + SOURCES * (2 * MOST_IN_A_BATCH + KEYS) + 2 * MOST_INSIDE);
        } finally {
            publishers.shutdownNow();
            hostThread.shutdownNow();
            pluginThread.shutdownNow();
        }
    }

    /** A slow one, which is paused at times, one that throws, one that leaves and one that publishes, each inside its call. */
    private static void misbehave(MailboxEventBus bus, EventBus plugin, Random random, Recorder<OrderEvent> slow) {
        int spins = random.nextInt(200_000);
        plugin.subscribe(OrderEvent.class, Delivery.BACKGROUND, Replay.CURRENT, batch -> {
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            slow.accept(batch);
        });
        plugin.subscribe(OrderEvent.class, Delivery.UI, Replay.NONE, batch -> {
            throw new IllegalStateException("no");
        });
        plugin.subscribe(OrderEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {
            throw new NoClassDefFoundError("gone");
        });
        for (Delivery delivery : Delivery.values()) {
            AtomicReference<Subscription> own = new AtomicReference<>(() -> {});
            AtomicInteger calls = new AtomicInteger(random.nextInt(10));
            own.set(plugin.subscribe(ConsoleEvent.class, delivery, Replay.CURRENT, batch -> {
                if (calls.decrementAndGet() < 0) {
                    Objects.requireNonNull(own.get()).close();
                }
            }));
            Subscription victim = plugin.subscribe(ConsoleEvent.class, delivery, Replay.CURRENT, batch -> {});
            plugin.subscribe(ConsoleEvent.class, delivery, Replay.CURRENT, batch -> victim.close());
            AtomicInteger left = new AtomicInteger(MOST_INSIDE / 4);
            bus.subscribe(OrderEvent.class, delivery, Replay.NONE, batch -> {
                if (left.decrementAndGet() >= 0) {
                    bus.publish(List.of(Events.problem("looking on")));
                }
            });
            plugin.subscribe(OrderEvent.class, delivery, Replay.NONE, batch -> {
                try {
                    plugin.publish(List.of(Events.notice(batch.size())));
                } catch (RejectedExecutionException behind) {
                    // as the contract says
                }
            });
        }
    }

    private static List<OrderEvent> script(String source, Random random) {
        List<OrderEvent> events = new ArrayList<>();
        for (int number = 0; number < BATCHES * MOST_IN_A_BATCH / 2; number++) {
            int kind = random.nextInt(6);
            events.add(
                    Events.order(source, "K" + random.nextInt(KEYS), number, kind == 0, kind <= 1 && number % 2 == 0));
        }
        return events;
    }

    private static void publish(
            MailboxEventBus bus, List<OrderEvent> events, Random sizes, CountDownLatch start, AtomicInteger largest) {
        try {
            start.await();
            int from = 0;
            while (from < events.size()) {
                int to = Math.min(events.size(), from + 1 + sizes.nextInt(MOST_IN_A_BATCH));
                bus.publishWhenRoom(events.subList(from, to), () -> false);
                largest.accumulateAndGet(bus.longestBacklog(), Math::max);
                from = to;
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertOrderAndNewest(List<OrderEvent> published, List<OrderEvent> delivered) {
        assertThat(newestInOrder(delivered)).isEqualTo(newestInOrder(published));
    }

    /** The newest of each key; fails where a key went back. */
    private static Map<List<String>, Integer> newestInOrder(List<OrderEvent> events) {
        Map<List<String>, Integer> newest = new HashMap<>();
        for (OrderEvent event : events) {
            Integer before = newest.put(Events.row(event), Events.number(event));
            if (before != null) {
                assertThat(Events.number(event)).isGreaterThanOrEqualTo(before);
            }
        }
        return newest;
    }
}
