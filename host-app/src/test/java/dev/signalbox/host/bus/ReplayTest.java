package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What those who subscribe late are told first. */
final class ReplayTest {
    private final TestBus test = new TestBus();
    private final MailboxEventBus bus = test.bus;
    private final Recorder<ConsoleEvent> late = new Recorder<>();

    @Test
    void currentGivesEachConnectionEachWatchAndTheNewestOfEachRow() throws Exception {
        bus.publish(List.of(
                Events.connection("a/x", ConnectionState.CONNECTING),
                Events.connection("b/y", ConnectionState.IDLE),
                Events.connection("a/x", ConnectionState.OPEN),
                Events.watch("A", "B", "C"),
                Events.moving("A", 1),
                Events.failed("B", 1),
                Events.moving("A", 2),
                Events.notice(1),
                Events.problem("reading")));

        subscribe(ConsoleEvent.class);

        assertThat(late.events())
                .containsExactlyInAnyOrder(
                        Events.connection("a/x", ConnectionState.OPEN),
                        Events.connection("b/y", ConnectionState.IDLE),
                        Events.watch("A", "B", "C"),
                        Events.moving("A", 2),
                        Events.failed("B", 1));
    }

    @Test
    void currentGivesWhatTheTypeCovers() throws Exception {
        bus.publish(List.of(Events.connection("a/x", ConnectionState.OPEN), Events.moving("A", 1)));

        subscribe(WorkEvent.class);

        assertThat(late.events()).isEqualTo(List.of(Events.moving("A", 1)));
    }

    @Test
    void noneGivesNothing() throws Exception {
        bus.publish(List.of(Events.moving("A", 1)));
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, late);
        bus.publish(List.of(Events.moving("A", 2)));
        test.settle();

        assertThat(late.events()).isEqualTo(List.of(Events.moving("A", 2)));
    }

    @Test
    void whatWasRemovedIsNotReplayed() throws Exception {
        bus.publish(List.of(Events.watch("A", "B"), Events.moving("A", 1), Events.removed("A")));

        subscribe(ConsoleEvent.class);

        assertThat(late.events()).isEqualTo(List.of(Events.watch("B")));
    }

    @Test
    void aWatchWhoseEveryKeyWasRemovedIsNotReplayed() throws Exception {
        bus.publish(List.of(Events.watch("A"), Events.removed("A")));

        subscribe(ConsoleEvent.class);

        assertThat(late.events()).isEmpty();
    }

    @Test
    void aRemovedRowThatComesBackIsReplayed() throws Exception {
        bus.publish(List.of(Events.watch("A"), Events.removed("A"), Events.moving("A", 2)));

        subscribe(ConsoleEvent.class);

        assertThat(late.events()).isEqualTo(List.of(Events.watch("A"), Events.moving("A", 2)));
    }

    @Test
    void aSourceThatWasWithdrawnIsNotReplayed() throws Exception {
        bus.publish(List.of(
                Events.connection(Events.SOURCE, ConnectionState.OPEN),
                Events.watch("A"),
                new SourceWithdrawn(Events.SOURCE, Events.NOON)));

        subscribe(ConsoleEvent.class);

        assertThat(late.events()).isEmpty();
    }

    @Test
    void whatIsPublishedWhileTheReplayWaitsComesAfterIt() throws Exception {
        bus.publish(List.of(Events.moving("A", 1)));
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.CURRENT, late);
        bus.publish(List.of(Events.moving("A", 2)));
        test.settle();

        assertThat(late.events()).isEqualTo(List.of(Events.moving("A", 1), Events.moving("A", 2)));
    }

    @Test
    void theReplayHasNoGapAndNoRepetitionWhileOthersPublish() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService others = Executors.newFixedThreadPool(2);
        ExecutorService own = Executors.newSingleThreadExecutor();
        try {
            others.execute(() -> publishUntil(stop, "A"));
            others.execute(() -> publishUntil(stop, "B"));
            List<Recorder<OrderEvent>> newcomers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Recorder<OrderEvent> newcomer = new Recorder<>();
                newcomers.add(newcomer);
                Subscription subscription = test.pluginOn(own)
                        .subscribe(
                                OrderEvent.class,
                                i % 2 == 0 ? Delivery.UI : Delivery.BACKGROUND,
                                Replay.CURRENT,
                                newcomer);
                org.awaitility.Awaitility.await()
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> newcomer.events().size() > 20);
                subscription.close();
            }
            stop.set(true);
            others.shutdown();
            assertThat(others.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            newcomers.forEach(ReplayTest::assertNoGaps);
        } finally {
            stop.set(true);
            others.shutdownNow();
            own.shutdownNow();
        }
    }

    /** Settled events, since those are never merged; waits for room at times. */
    private void publishUntil(AtomicBoolean stop, String key) {
        try {
            for (int number = 0; !stop.get(); number++) {
                bus.publish(List.of(Events.settled(key, number)));
                if (number % 50 == 0) {
                    bus.quiesce(Duration.ofMillis(5));
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertNoGaps(Recorder<OrderEvent> newcomer) {
        for (String key : List.of("A", "B")) {
            List<Integer> numbers = newcomer.events().stream()
                    .filter(event -> event.key().equals(key))
                    .map(Events::number)
                    .toList();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
            }
        }
    }

    private <E extends ConsoleEvent> void subscribe(Class<E> type) throws InterruptedException {
        bus.subscribe(type, Delivery.BACKGROUND, Replay.CURRENT, late);
        test.settle();
    }
}
