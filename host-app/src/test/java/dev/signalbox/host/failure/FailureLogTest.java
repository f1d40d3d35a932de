package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static dev.signalbox.host.failure.Orders.failed;
import static dev.signalbox.host.failure.Orders.moving;
import static dev.signalbox.host.failure.Orders.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.host.settings.HostSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FailureLogTest {
    private final DirectBus bus = new DirectBus();
    private final GivenSettings settings = new GivenSettings();
    private final FailureLog log = new FailureLog(bus, settings, () -> at(100));
    private final FailureList list = new FailureList(bus, log);

    @BeforeEach
    void start() {
        list.start();
        log.start();
    }

    private Failure only() {
        assertThat(list.all()).hasSize(1);
        return list.all().get(0);
    }

    @Test
    void listsAnOrderThatFails() {
        bus.publish(failed("A", "no stock", 1));
        assertThat(only()).isEqualTo(Failure.of(failed("A", "no stock", 1)));
        assertThat(only().first()).isEqualTo(at(1));
        assertThat(only().count()).isEqualTo(1);
        assertThat(list.open()).isEqualTo(1);
    }

    @Test
    void listsNoOrderThatNeverFailed() {
        bus.publish(moving("A", 1));
        assertThat(list.isEmpty()).isTrue();
        assertThat(bus.takePublished(FailuresChanged.class)).isEmpty();
    }

    @Test
    void countsAnIdenticalRepetitionOnce() {
        bus.publish(failed("A", "no stock", 1));
        bus.takePublished(FailuresChanged.class);
        bus.publish(failed("A", "no stock", 2));
        assertThat(only().count()).isEqualTo(1);
        assertThat(only().last()).isEqualTo(at(1));
        assertThat(bus.takePublished(FailuresChanged.class)).isEmpty();
    }

    @Test
    void countsAnotherTextAsAnotherFailing() {
        bus.publish(failed("A", "no stock", 1), failed("A", "payment refused", 2));
        assertThat(only().count()).isEqualTo(2);
        assertThat(only().first()).isEqualTo(at(1));
        assertThat(only().last()).isEqualTo(at(2));
        assertThat(only().text()).isEqualTo("payment refused");
    }

    @Test
    void showsAnotherStateOfTheSameFailingWithoutCountingIt() {
        bus.publish(new OrderEvent(Orders.SOURCE, "A", "PROCESSING", "FAILED", "no stock", false, true, at(1)));
        bus.publish(failed("A", "no stock", 2));
        assertThat(only().count()).isEqualTo(1);
        assertThat(only().latest().state()).isEqualTo("CANCELLED");
    }

    @Test
    void marksAFailedOrderThatMovesAgainAsRecovered() {
        bus.publish(failed("A", "no stock", 1), moving("A", 2), moving("A", 3));
        assertThat(only().recoveredAt()).isEqualTo(at(2));
        assertThat(only().latest()).isEqualTo(moving("A", 3));
        assertThat(only().text()).isEqualTo("no stock");
        assertThat(list.open()).isZero();
        assertThat(list.recovered()).isEqualTo(1);
    }

    @Test
    void countsUpAndUnmarksARecoveredOrderThatFailsAgainWithTheSameText() {
        bus.publish(failed("A", "no stock", 1), moving("A", 2), failed("A", "no stock", 3));
        assertThat(only().count()).isEqualTo(2);
        assertThat(only().recovered()).isFalse();
        assertThat(list.open()).isEqualTo(1);
    }

    @Test
    void keepsTheFailureOfAnOrderThatIsRemoved() {
        bus.publish(failed("A", "no stock", 1));
        bus.publish(new WorkRemoved(Orders.SOURCE, OrderEvent.TOPIC, "A", at(2)));
        assertThat(only().recovered()).isFalse();
    }

    @Test
    void keepsOrdersOfSeveralSourcesApart() {
        bus.publish(
                failed("A", "no stock", 1),
                new OrderEvent("sse/us", "A", "CANCELLED", "FAILED", "no stock", true, true, at(1)));
        assertThat(list.all()).hasSize(2);
        assertThat(list.severalSources()).isTrue();
    }

    @Test
    void takesADismissedFailureFromTheList() {
        bus.publish(failed("A", "no stock", 1), failed("B", "no stock", 1));
        list.dismiss(List.of(list.all().get(0)));
        assertThat(only().key().id()).isEqualTo("B");
        assertThat(list.open()).isEqualTo(1);
    }

    @Test
    void leavesADismissedFailureDismissedWhenASnapshotRepeatsIt() {
        bus.publish(failed("A", "no stock", 1));
        list.dismiss(list.all());
        bus.publish(failed("A", "no stock", 2));
        assertThat(list.isEmpty()).isTrue();
    }

    @Test
    void listsADismissedOrderAgainWhenItFailsAgain() {
        bus.publish(failed("A", "no stock", 1));
        list.dismiss(list.all());
        bus.publish(moving("A", 2));
        assertThat(list.isEmpty()).isTrue();
        bus.publish(failed("A", "no stock", 3));
        assertThat(only().count()).isEqualTo(2);
    }

    @Test
    void doesNotDismissWhatFailedAgainUnseen() {
        bus.publish(failed("A", "no stock", 1));
        List<Failure> seen = list.all();
        bus.publish(failed("A", "payment refused", 2));
        list.dismiss(seen);
        assertThat(only().text()).isEqualTo("payment refused");
    }

    @Test
    void dropsTheOldestRecoveredFailureFirst() {
        settings.with(HostSettings.FAILURES_MOST, 2);
        bus.publish(failed("A", "no stock", 1), failed("B", "no stock", 2), moving("B", 3));
        bus.publish(failed("C", "no stock", 4));
        assertThat(list.all()).extracting(failure -> failure.key().id()).containsExactly("A", "C");
    }

    @Test
    void dropsTheLongestFailedWhenNoneRecovered() {
        settings.with(HostSettings.FAILURES_MOST, 2);
        bus.publish(failed("A", "no stock", 1), failed("B", "no stock", 2), failed("A", "payment refused", 3));
        bus.publish(failed("C", "no stock", 4));
        assertThat(list.all()).extracting(failure -> failure.key().id()).containsExactly("A", "C");
    }

    @Test
    void saysOnceForABatchHowManyWereDropped() {
        settings.with(HostSettings.FAILURES_MOST, 10);
        bus.publish(IntStream.range(0, 15)
                .mapToObj(i -> failed("ORD-" + i, "no stock", i))
                .toArray(OrderEvent[]::new));
        assertThat(bus.takePublished(Problem.class)).singleElement().satisfies(problem -> {
            assertThat(problem.doing()).isEqualTo("keeping failed orders in the list");
            assertThat(problem.cause()).isEqualTo("more than 10 are listed; the 5 oldest were taken off");
            assertThat(problem.nextStep()).contains("console.failures-most");
        });
        assertThat(list.all()).hasSize(10);
    }

    @Test
    void countsEveryOneItLetGoOfAndNoneThatWasDismissed() {
        settings.with(HostSettings.FAILURES_MOST, 10);
        bus.publish(IntStream.range(0, 15)
                .mapToObj(i -> failed("ORD-" + i, "no stock", i))
                .toArray(OrderEvent[]::new));
        list.dismiss(list.all());
        bus.publish(failed("A", "no stock", 20));
        assertThat(log.letGo()).isEqualTo(5);
    }

    @Test
    void obeysALowerBoundAtOnce() {
        bus.publish(IntStream.range(0, 15)
                .mapToObj(i -> failed("ORD-" + i, "no stock", i))
                .toArray(OrderEvent[]::new));
        settings.with(HostSettings.FAILURES_MOST, 12);
        assertThat(list.all()).hasSize(12);
    }

    @Test
    void tellsFailuresAndTheSettledWatchThatCountsThemTogether() {
        bus.publish(failed("A", "no stock", 1), settled(12, 1));
        assertThat(bus.takePublished(FailuresChanged.class)).singleElement().satisfies(change -> {
            assertThat(change.newly()).isEqualTo(1);
            assertThat(change.settled()).containsExactly(settled(12, 1));
        });
        assertThat(list.summaries()).containsExactly(settled(12, 1));
    }

    @Test
    void keepsTheSummaryOfTheLastSettledWatchOfEachSource() {
        bus.publish(settled(12, 1));
        bus.publish(settled(24, 2));
        assertThat(list.summaries()).containsExactly(settled(24, 2));
    }

    @Test
    void tellsLaterWhatAFullBusRefused() {
        bus.isFull(true);
        bus.publish(failed("A", "no stock", 1));
        assertThat(list.isEmpty()).isTrue();
        bus.isFull(false);
        bus.publish(failed("B", "no stock", 2));
        assertThat(list.all()).hasSize(2);
        assertThat(bus.takePublished(FailuresChanged.class))
                .singleElement()
                .extracting(FailuresChanged::newly)
                .isEqualTo(2);
    }

    @Test
    void hearsNothingAfterItsEnd() {
        DirectBus other = new DirectBus();
        new FailureLog(other, settings, () -> at(0)).start().close();
        assertThat(other.subscriptions()).isZero();
    }
}
