package dev.signalbox.sse.stream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the Retry-After header: a number of seconds or a date (RFC 9110, 10.2.3), which may have any of the three forms a
 * date has had in HTTP (RFC 9110, 5.6.7).
 */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;
    private static final int YEARS_AHEAD = 50;

    private RetryAfter() {}

    /**
     * Reads the header.
     *
     * @param serverDate what the server says the time is, as its Date header does; a date is measured by the clock of whom
     *     it comes from
     * @param now our time, for a server that does not say
     * @return empty when it is neither
     */
    static Optional<Duration> parse(String value, String serverDate, Instant now) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // more digits are longer than anybody waits
            return Optional.of(
                    Duration.ofSeconds(Long.parseLong(text.length() > MOST_DIGITS ? "9".repeat(MOST_DIGITS) : text)));
        }
        return date(text, now)
                .map(until -> Duration.between(date(serverDate.strip(), now).orElse(now), until))
                .map(delay -> delay.isNegative() ? Duration.ZERO : delay);
    }

    private static Optional<Instant> date(String text, Instant now) {
        for (DateTimeFormatter form : forms(now)) {
            try {
                return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException another) {
                // the next form is tried
            }
        }
        return Optional.empty();
    }

    private static List<DateTimeFormatter> forms(Instant now) {
        // a two-digit year more than 50 years ahead lies in the past
        LocalDate oldest = now.atZone(ZoneOffset.UTC).toLocalDate().minusYears(99L - YEARS_AHEAD);
        return List.of(
                form("EEE, d MMM yyyy HH:mm:ss 'GMT'"),
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern("EEEE, dd-MMM-")
                        .appendValueReduced(ChronoField.YEAR, 2, 2, oldest)
                        .appendPattern(" HH:mm:ss 'GMT'")
                        .toFormatter(Locale.US),
                form("EEE MMM ppd HH:mm:ss yyyy"));
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }
}
