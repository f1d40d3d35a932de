package dev.signalbox.host.bench.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long BEGIN = -5_000;

    private final Pace pace = new Pace(BEGIN, 50_000, 10);

    @Test
    void aMessageIsDueWhenAllItsOrdersHaveHadTheirTime() {
        assertThat(pace.due(BEGIN)).isZero();
        assertThat(pace.due(BEGIN + TimeUnit.MICROSECONDS.toNanos(199))).isZero();
        assertThat(pace.due(BEGIN + TimeUnit.MICROSECONDS.toNanos(200))).isEqualTo(1);
        assertThat(pace.due(BEGIN + TimeUnit.SECONDS.toNanos(6))).isEqualTo(30_000);
    }

    @Test
    void nothingIsForgivenToWhoeverStoodStill() {
        assertThat(pace.due(BEGIN + TimeUnit.SECONDS.toNanos(3)) - pace.due(BEGIN + TimeUnit.SECONDS.toNanos(1)))
                .isEqualTo(10_000);
    }

    @Test
    void whatIsWaitedForIsThenDue() {
        for (int messages = 1; messages < 1_000; messages += 7) {
            long now = BEGIN + messages * 31L;
            long until = pace.nanosUntil(messages, now);

            assertThat(pace.due(now + until)).isGreaterThanOrEqualTo(messages);
            assertThat(pace.due(now + until - 2_000)).isLessThan(messages);
        }
    }

    @Test
    void nothingIsWaitedForThatIsOverdue() {
        assertThat(pace.nanosUntil(1, BEGIN + TimeUnit.SECONDS.toNanos(1))).isZero();
    }
}
