package dev.signalbox.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Delivery;
import dev.signalbox.host.bus.SubscriptionStatistics;
import dev.signalbox.host.order.ShownUpdates;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of the console's health, from the counts it is made of. */
class HealthTest {
    private List<SubscriptionStatistics> statistics = List.of(orders(0, 0, 0, 0));
    private ShownUpdates shown = ShownUpdates.NONE;
    private long letGo;
    private long nanos;
    private final HealthMeter meter = new HealthMeter(() -> statistics, () -> shown, () -> letGo, () -> nanos);

    @BeforeEach
    void readOnce() {
        meter.read();
    }

    private Health afterASecond() {
        nanos += TimeUnit.SECONDS.toNanos(1);
        return meter.read();
    }

    static SubscriptionStatistics orders(long delivered, long merged, int waiting, int lagMillis) {
        return statistics("the console", "orders", true, delivered, merged, waiting, lagMillis, 0);
    }

    static SubscriptionStatistics statistics(
            String subscriber,
            String label,
            boolean host,
            long delivered,
            long merged,
            int waiting,
            int lagMillis,
            long failures) {
        return new SubscriptionStatistics(
                subscriber,
                label,
                "ConsoleEvent",
                Delivery.UI,
                host,
                false,
                delivered,
                merged,
                0,
                waiting,
                Duration.ofMillis(lagMillis),
                Duration.ofMillis(2),
                failures);
    }

    @Test
    void atRestThereIsNothingToSay() {
        Health health = afterASecond();
        assertThat(HealthWords.brief(health)).isEmpty();
        assertThat(HealthWords.sentence(health)).isEqualTo("Showing every update, no lag, no failure dropped.");
    }

    @Test
    void whileAllIsShownTheRateIsSaid() {
        statistics = List.of(orders(1240, 0, 0, 3));
        shown = new ShownUpdates(1240, 1240);
        assertThat(HealthWords.brief(afterASecond())).isEqualTo("1,240 updates/s");
    }

    @Test
    void whatThePanelAndTheBusMergeIsOneOfSoMany() {
        statistics = List.of(orders(4_000, 10_000, 5, 300));
        shown = new ShownUpdates(4_000, 1_000);
        Health health = afterASecond();
        assertThat(HealthWords.brief(health)).isEqualTo("1 of 14 updates shown per order · lag 0.3 s");
        assertThat(HealthWords.sentence(health))
                .isEqualTo("Showing 1 of 14 updates per order, lag 0.3 s, no failure dropped.");
        assertThat(health.updatesPerSecond()).isEqualTo(14_000);
    }

    @Test
    void onlyTheLastSecondCounts() {
        statistics = List.of(orders(4_000, 10_000, 5, 300));
        shown = new ShownUpdates(4_000, 1_000);
        afterASecond();
        statistics = List.of(orders(4_100, 10_000, 0, 3));
        shown = new ShownUpdates(4_100, 1_100);
        assertThat(HealthWords.brief(afterASecond())).isEqualTo("100 updates/s");
    }

    @Test
    void aLagOfATenthOfASecondIsNotSaid() {
        statistics = List.of(orders(10, 0, 1, 100));
        shown = new ShownUpdates(10, 10);
        assertThat(HealthWords.brief(afterASecond())).isEqualTo("10 updates/s");
        statistics = List.of(orders(20, 0, 1, 120));
        shown = new ShownUpdates(20, 20);
        assertThat(HealthWords.brief(afterASecond())).isEqualTo("lag 0.1 s");
    }

    @Test
    void theLagOfLongAgoIsNotOfNow() {
        statistics = List.of(orders(10, 0, 0, 700));
        assertThat(HealthWords.brief(afterASecond())).isEqualTo("lag 0.7 s");
        assertThat(HealthWords.brief(afterASecond())).isEmpty();
    }

    @Test
    void aSlowPluginIsNotTheConsolesLag() {
        statistics = List.of(orders(0, 0, 0, 0), statistics("plug-in Tick", "", false, 5, 0, 900, 9_000, 2));
        Health health = afterASecond();
        assertThat(HealthWords.sentence(health)).isEqualTo("Showing every update, no lag, no failure dropped.");
        assertThat(health.subscriptions()).hasSize(2);
    }

    @Test
    void failuresTakenOffTheFullListAreSaidInThePlaceOfNone() {
        letGo = 2;
        assertThat(HealthWords.sentence(afterASecond()))
                .isEqualTo("Showing every update, no lag, 2 failed orders let go of.");
    }

    @Test
    void aBatchTheConsoleFailedOnMayHaveHeldAFailure() {
        statistics = List.of(statistics("the console", "failures", true, 9, 0, 0, 0, 1));
        letGo = 1;
        assertThat(HealthWords.sentence(afterASecond()))
                .endsWith("1 failed order let go of, 1 batch lost to an error of the console.");
    }

    @Test
    void subscriptionsThatAreAlikeAreToldApart() {
        SubscriptionStatistics one = orders(0, 0, 0, 0);
        statistics = List.of(one, one);
        assertThat(afterASecond().subscriptions())
                .extracting(SubscriptionLine::key)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void theRateOfASubscriptionIsThatOfTheTimeBetweenTwoReadings() {
        statistics = List.of(orders(500, 0, 0, 0));
        nanos += TimeUnit.SECONDS.toNanos(1);
        assertThat(afterASecond().subscriptions())
                .singleElement()
                .extracting(SubscriptionLine::perSecond)
                .isEqualTo(250L);
    }
}
