package dev.signalbox.host.bench.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    void aCalmRoadDoesNotLag() {
        assertThat(measured(50_000, 1, 249, 20, 60).lag()).isEmpty();
    }

    @Test
    void aServerThatIsHeldBackIsLag() {
        assertThat(measured(50_000, 0.951, 30, 20, 20).lag()).isEmpty();
        assertThat(measured(50_000, 0.949, 30, 20, 20).lag()).contains("the server came to send 95 % only");
    }

    @Test
    void aCellThatIsPaintedLateIsLag() {
        assertThat(measured(50_000, 1, 251, 20, 20).lag()).contains("p99 above 250 ms");
    }

    @Test
    void whatGrowsIsLagHoweverSmallItIsYet() {
        assertThat(measured(50_000, 1, 90, 20, 71).lag()).contains("later and later, by 51 ms");
    }

    @Test
    void aWindowThatPaintedNothingIsLag() {
        assertThat(measured(50_000, 1, Double.NaN, Double.NaN, Double.NaN).lag())
                .contains("p99 above 250 ms");
    }

    @Test
    void theHighestRateIsTheLastBeforeTheFirstThatLags() {
        RoadReport report = report(
                measured(10_000, 1, 30, 20, 20), measured(50_000, 1, 31, 20, 20), measured(100_000, 0.5, 30, 20, 20));

        assertThat(report.highest()).hasValue(50_000);
        assertThat(report.table())
                .contains("Nothing lags up to 50,000 orders/s. At 50,000 orders/s it takes 31.0 ms (p99)");
        assertThat(report.json())
                .contains("\"highest_rate_without_lag\":50000", "\"rate\":100000,\"sent_share\":0.5000");
    }

    @Test
    void aRateAboveOneThatLagsDoesNotCount() {
        assertThat(report(measured(50_000, 1, 300, 20, 20), measured(200_000, 1, 30, 20, 20))
                        .highest())
                .isEmpty();
    }

    private static RoadReport report(Measured... cells) {
        return new RoadReport("a machine", "a clock", 10_000, 10, List.of(cells));
    }

    private static Measured measured(long rate, double share, double p99, double early, double late) {
        Sent sent = new Sent(Math.round(1_000_000 * share), 1_000_000, 1, 0.5);
        return new Measured(rate, sent, 20, p99, 2 * p99, early, late, 1_000, 3, 9, 0.5, 0.1);
    }
}
