package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bus says of its subscriptions. */
final class StatisticsTest {
    private static final int MOST = 64;

    private final TestBus test = new TestBus(1_000, new Bounds(MOST, 32, 64));
    private final MailboxEventBus bus = test.bus;

    @Test
    void aSubscriptionSaysWhoseItIsAndWhatFor() {
        bus.labelled("orders panel").subscribe(WorkEvent.class, Delivery.UI, Replay.NONE, batch -> {});
        bus.labelled("history").subscribeEvery(ConsoleEvent.class, true, batch -> {});
        test.plugin.subscribe(Problem.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});

        assertThat(bus.statistics())
                .extracting(
                        SubscriptionStatistics::subscriber,
                        SubscriptionStatistics::label,
                        SubscriptionStatistics::eventType,
                        SubscriptionStatistics::delivery,
                        SubscriptionStatistics::host)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "the console", "orders panel", "WorkEvent", Delivery.UI, true),
                        org.assertj.core.groups.Tuple.tuple(
                                "the console", "history", "ConsoleEvent", Delivery.BACKGROUND, true),
                        org.assertj.core.groups.Tuple.tuple("plug-in tick", "", "Problem", Delivery.BACKGROUND, false));
    }

    @Test
    void aLabelledBusIsTheSameBus() throws Exception {
        Recorder<ConsoleEvent> recorder = new Recorder<>();
        Subscription subscription = bus.labelled("one")
                .labelled("other")
                .subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, recorder);
        bus.labelled("third").publish(List.of(Events.notice(1)));
        test.settle();

        assertThat(recorder.events()).isEqualTo(List.of(Events.notice(1)));
        assertThat(only().label()).isEqualTo("other");
        subscription.close();
        assertThat(bus.statistics()).isEmpty();
    }

    @Test
    void deliveredMergedAndWaitingAddUp() throws Exception {
        bus.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
        bus.publish(Events.many(40, n -> Events.moving("K" + n % 10, n)));
        assertThat(only().waiting()).isEqualTo(40);
        test.settle();

        assertThat(only().waiting()).isZero();
        assertThat(only().merged()).isEqualTo(30);
        assertThat(only().delivered()).isEqualTo(10);
    }

    @Test
    void droppedNoticesAreCounted() throws Exception {
        test.plugin.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
        for (int n = 0; n <= MOST; n++) {
            bus.publish(List.of(Events.notice(n)));
        }

        assertThat(only().droppedNotices()).isEqualTo(MOST + 1 - only().waiting() + 1);
    }

    @Test
    void failuresAreCountedAllThoughNotAllAreTold() throws Exception {
        test.plugin.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {
            throw new IllegalStateException("no");
        });
        for (int n = 0; n < 7; n++) {
            bus.publish(List.of(Events.moving("A", n)));
            test.settle();
        }

        assertThat(only().failures()).isEqualTo(7);
    }

    @Test
    void lagIsHowLongTheOldestWaitsAndAfterwardsHowLongItHadWaited() throws Exception {
        bus.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
        bus.publish(List.of(Events.moving("A", 1)));
        spinFor(Duration.ofMillis(2));
        assertThat(only().lag()).isGreaterThanOrEqualTo(Duration.ofMillis(2));
        test.settle();
        Duration had = only().lag();
        assertThat(had).isGreaterThanOrEqualTo(Duration.ofMillis(2));
        spinFor(Duration.ofMillis(1));

        assertThat(only().lag()).isEqualTo(had);
    }

    @Test
    void theSlowestCallbackIsRemembered() throws Exception {
        bus.subscribe(WorkEvent.class, Delivery.UI, Replay.NONE, batch -> {
            if (Events.number(batch.get(0)) == 1) {
                spinFor(Duration.ofMillis(3));
            }
        });
        for (int n = 0; n < 3; n++) {
            bus.publish(List.of(Events.moving("A", n)));
            test.settle();
        }

        assertThat(only().slowestCallback()).isGreaterThanOrEqualTo(Duration.ofMillis(3));
    }

    private SubscriptionStatistics only() {
        assertThat(bus.statistics()).hasSize(1);
        return bus.statistics().get(0);
    }

    private static void spinFor(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
