package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import java.awt.EventQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once a subscription is closed nobody is called, and nothing of the bus leads to the subscriber any more. */
final class ClosingTest {
    private final TestBus test = new TestBus();
    private final ExecutorService pluginThread = Executors.newSingleThreadExecutor();
    private final AtomicReference<Subscription> open = new AtomicReference<>(() -> {});

    @AfterEach
    void stop() {
        pluginThread.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"false, UI", "false, BACKGROUND", "true, UI", "true, BACKGROUND"})
    void aSubscriberThatWasCalledIsUnreachableOnceClosed(boolean plugin, Delivery on) throws Exception {
        WeakReference<Object> subscriber = subscribe(plugin, on, Replay.NONE, batch -> {});
        test.bus.publish(List.of(Events.moving("A", 1)));
        test.settle();
        test.bus.publish(List.of(Events.moving("A", 2)));
        close();

        assertUnreachable(subscriber);
    }

    @ParameterizedTest
    @CsvSource({"false, UI", "false, BACKGROUND", "true, UI", "true, BACKGROUND"})
    void aSubscriberThatClosesItselfInsideItsCallbackIsUnreachableAfterwards(boolean plugin, Delivery on)
            throws Exception {
        WeakReference<Object> subscriber = subscribe(plugin, on, Replay.NONE, batch -> close());
        test.bus.publish(List.of(Events.moving("A", 1)));
        test.settle();
        test.bus.publish(List.of(Events.moving("A", 2)));

        assertUnreachable(subscriber);
    }

    @ParameterizedTest
    @CsvSource({"false, UI", "false, BACKGROUND", "true, UI", "true, BACKGROUND"})
    void aSubscriberThatStillAwaitsItsPictureIsUnreachableOnceClosed(boolean plugin, Delivery on) throws Exception {
        test.bus.publish(Events.many(10_000, n -> Events.moving("K" + n, n)));
        WeakReference<Object> subscriber = subscribe(plugin, on, Replay.CURRENT, batch -> {});
        close();

        assertUnreachable(subscriber);
        assertThat(test.bus.quiesce(TestBus.SOON)).isTrue();
    }

    @Test
    void aPausedPluginsSubscriberIsUnreachableOnceClosedThoughItsThreadNeverComes() {
        TestBus small = new TestBus(1_000, new Bounds(16, 16, 16));
        WeakReference<Object> subscriber = subscribe(small.plugin, Delivery.BACKGROUND, Replay.CURRENT, batch -> {});
        small.awaitPicture();
        small.bus.publish(Events.many(17, n -> Events.failed("K" + n, n)));
        assertThat(small.bus.statistics()).singleElement().matches(SubscriptionStatistics::paused);
        close();

        assertUnreachable(subscriber);
        assertThat(small.bus.statistics()).isEmpty();
    }

    @Test
    void noCallbackBeginsAfterCloseReturnedOnTheEdt() throws Exception {
        AtomicReference<String> wrong = new AtomicReference<>("");
        for (int round = 0; round < 200; round++) {
            AtomicReference<Boolean> closed = new AtomicReference<>(false);
            Subscription subscription = test.bus.subscribe(WorkEvent.class, Delivery.UI, Replay.CURRENT, batch -> {
                if (Boolean.TRUE.equals(closed.get())) {
                    wrong.set("called after it was closed");
                }
            });
            test.bus.publish(List.of(Events.moving("A", round)));
            EventQueue.invokeAndWait(() -> {
                subscription.close();
                closed.set(true);
            });
        }
        assertThat(test.bus.quiesce(TestBus.SOON)).isTrue();

        assertThat(wrong.get()).isEmpty();
    }

    private WeakReference<Object> subscribe(
            boolean plugin, Delivery on, Replay replay, Consumer<List<WorkEvent>> manners) {
        return subscribe(plugin ? test.pluginOn(pluginThread) : test.bus, on, replay, manners);
    }

    private WeakReference<Object> subscribe(
            EventBus bus, Delivery on, Replay replay, Consumer<List<WorkEvent>> manners) {
        Object subscriber = new Object();
        open.set(bus.subscribe(WorkEvent.class, on, replay, batch -> {
            assertThat(subscriber).isNotNull();
            manners.accept(batch);
        }));
        return new WeakReference<>(subscriber);
    }

    /** The handle stays: it does not lead to the subscriber either. */
    private void close() {
        Subscription subscription = open.get();
        if (subscription != null) {
            subscription.close();
        }
    }

    private static void assertUnreachable(WeakReference<Object> subscriber) {
        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(subscriber.get()).isNull();
        });
    }
}
