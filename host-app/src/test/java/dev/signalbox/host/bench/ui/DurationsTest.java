package dev.signalbox.host.bench.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @Test
    void nothingCountedIsZero() {
        assertThat(new Durations().percentileMillis(0.99)).isZero();
        assertThat(new Durations().mostMillis()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 127, 128, 129, 1_000_003, 7_134_200_000L, Long.MAX_VALUE})
    void oneDurationIsEveryPercentile(long nanos) {
        Durations durations = new Durations();

        durations.add(nanos);

        assertThat(durations.percentileMillis(0.01)).isEqualTo(nanos / 1e6);
        assertThat(durations.percentileMillis(0.99)).isEqualTo(nanos / 1e6);
        assertThat(durations.mostMillis()).isEqualTo(nanos / 1e6);
    }

    @Test
    void theHundredthOfAHundredIsNotInTheNinetyNinthPercentile() {
        Durations durations = new Durations();

        LongStream.rangeClosed(1, 99).forEach(any -> durations.add(10));
        durations.add(1_000_000_000);

        assertThat(durations.percentileMillis(0.99)).isEqualTo(10 / 1e6);
        assertThat(durations.percentileMillis(0.991)).isEqualTo(1_000);
    }

    @Test
    void aPercentileIsNeverTooLowAndAtMostTwoPercentTooHigh() {
        Durations durations = new Durations();
        long[] all = new Random(7)
                .doubles(10_000, 3, 24)
                .mapToLong(power -> (long) Math.exp(power))
                .toArray();
        LongStream.of(all).forEach(durations::add);
        long[] sorted = LongStream.of(all).sorted().toArray();

        for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 0.999}) {
            double exact = sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
            assertThat(durations.percentileMillis(share))
                    .isGreaterThanOrEqualTo(exact)
                    .isCloseTo(exact, within(exact * 0.02));
        }
        assertThat(durations.count()).isEqualTo(all.length);
    }
}
