package dev.signalbox.host.failure;

import static dev.signalbox.host.failure.Orders.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TimesTest {
    private final Times times = new Times(() -> at(0), ZoneId.of("Europe/Berlin"), Locale.GERMANY);

    @Test
    void showsTheTimeInTheUsersZoneAndLocale() {
        assertThat(times.at(at(-10))).isEqualTo("12:59:50");
    }

    @Test
    void showsTheDateOfAnotherDay() {
        assertThat(times.at(at(-86_400))).contains("03.03.2026").contains("13:00:00");
    }

    @Test
    void saysHowLongAgo() {
        assertThat(times.ago(at(5))).isEqualTo("just now");
        assertThat(times.ago(at(-12))).isEqualTo("12 s ago");
        assertThat(times.ago(at(-120))).isEqualTo("2 min ago");
        assertThat(times.ago(at(-7_200))).isEqualTo("2 h ago");
        assertThat(times.ago(at(-90_000))).isEqualTo("1 day ago");
        assertThat(times.ago(at(-172_800))).isEqualTo("2 days ago");
    }

    @Test
    void writesFilesWithTheOffset() {
        assertThat(times.inFull(Instant.parse("2026-03-04T12:00:00.123456Z")))
                .isEqualTo("2026-03-04T13:00:00.123+01:00");
    }
}
