package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.CLOCK;
import static dev.signalbox.host.order.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Times, clipboard text and broken lines. */
class WordsTest {
    private final LocalTimes times = new LocalTimes(CLOCK, Locale.GERMANY);

    @Test
    void aTimeOfTodayIsTheTimeAlone() {
        assertThat(times.of(NOON.minusSeconds(3600))).isEqualTo("11:00:00");
    }

    @Test
    void aTimeOfAnotherDayHasItsDate() {
        assertThat(times.of(NOON.minus(Duration.ofDays(1)))).isEqualTo("28.02.26, 12:00");
        assertThat(times.exactly(NOON.minus(Duration.ofDays(1)))).isEqualTo("28.02.26, 12:00:00");
    }

    @Test
    void aTimeBeyondTheCalendarIsStillATime() {
        assertThat(times.of(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    }

    @Test
    void longReasonsBreakIntoAFewLinesAtBlanks() {
        assertThat(EmptyWords.wrapped("")).isEmpty();
        assertThat(EmptyWords.wrapped("word ".repeat(20)))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
        assertThat(EmptyWords.wrapped("x".repeat(100_000)))
                .hasSize(4)
                .last()
                .asString()
                .endsWith("…");
    }
}
