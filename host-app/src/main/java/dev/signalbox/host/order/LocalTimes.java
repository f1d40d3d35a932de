package dev.signalbox.host.order;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes times as the user reads them: the time alone for today, with the date for any other day. */
final class LocalTimes {
    private final Clock clock;
    private final DateTimeFormatter today;
    private final DateTimeFormatter otherDay;
    private final DateTimeFormatter otherDayExactly;

    LocalTimes(Clock clock, Locale locale) {
        this.clock = clock;
        this.today = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale);
        this.otherDay = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
                .withLocale(locale);
        this.otherDayExactly = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(locale);
    }

    Instant now() {
        return clock.instant();
    }

    /** For a column: without seconds on other days. */
    String of(Instant at) {
        return written(at, otherDay);
    }

    /** To the second. */
    String exactly(Instant at) {
        return written(at, otherDayExactly);
    }

    private String written(Instant at, DateTimeFormatter onOtherDays) {
        try {
            ZonedDateTime local = at.atZone(clock.getZone());
            boolean isToday = local.toLocalDate().equals(LocalDate.now(clock));
            return (isToday ? today : onOtherDays).format(local);
        } catch (DateTimeException beyondTheCalendar) {
            return at.toString();
        }
    }
}
