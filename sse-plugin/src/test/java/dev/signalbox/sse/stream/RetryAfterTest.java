package dev.signalbox.sse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-06T08:49:07Z");

    @Test
    void isANumberOfSeconds() {
        assertThat(RetryAfter.parse(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void isADate() {
        assertThat(RetryAfter.parse("Fri, 06 Nov 2026 08:49:37 GMT", NOW)).contains(Duration.ofSeconds(30));
    }

    @Test
    void aDateInThePastIsNoDelay() {
        assertThat(RetryAfter.parse("Fri, 06 Nov 2026 08:00:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void anythingElseIsNotSaid(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
