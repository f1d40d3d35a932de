package dev.signalbox.sse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-06T08:49:07Z");

    @Test
    void isANumberOfSeconds() {
        assertThat(parse(" 120 ")).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 06 Nov 2026 08:49:37 GMT",
                "fri, 6 nov 2026 08:49:37 gmt",
                "Friday, 06-Nov-26 08:49:37 GMT",
                "Fri Nov  6 08:49:37 2026"
            })
    void isADateInAnyOfTheThreeForms(String date) {
        assertThat(parse(date)).contains(Duration.ofSeconds(30));
    }

    @Test
    void aYearOfTwoDigitsIsAtMostFiftyYearsAhead() {
        assertThat(parse("Friday, 06-Nov-76 08:49:07 GMT"))
                .hasValueSatisfying(delay -> assertThat(delay.toDays()).isEqualTo(18_263));
        assertThat(parse("Sunday, 06-Nov-77 08:49:07 GMT")).contains(Duration.ZERO);
    }

    @Test
    void aDateIsMeasuredByTheClockOfTheServer() {
        String serverIsAnHourAhead = "Fri, 06 Nov 2026 09:49:07 GMT";
        assertThat(RetryAfter.parse("Fri, 06 Nov 2026 09:49:37 GMT", serverIsAnHourAhead, NOW))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void aDateInThePastIsNoDelay() {
        assertThat(parse("Fri, 06 Nov 2026 08:00:00 GMT")).contains(Duration.ZERO);
    }

    @Test
    void moreSecondsThanAnybodyCountsAreVeryMany() {
        assertThat(parse("99999999999999999999")).contains(Duration.ofSeconds(999_999_999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "Mon, 06 Nov 2026 08:49:37 GMT", "Fri, 31 Feb 2026 08:49:37 GMT"})
    void anythingElseIsNotSaid(String value) {
        assertThat(parse(value)).isEmpty();
    }

    private static Optional<Duration> parse(String value) {
        return RetryAfter.parse(value, "", NOW);
    }
}
