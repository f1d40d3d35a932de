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

    LocalTimes(Clock clock, Locale locale) {
        this.clock = clock;
        this.today = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale);
        this.otherDay = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(locale);
    }

    String of(Instant at) {
        try {
            ZonedDateTime local = at.atZone(clock.getZone());
            boolean isToday = local.toLocalDate().equals(LocalDate.now(clock));
            return (isToday ? today : otherDay).format(local);
        } catch (DateTimeException beyondTheCalendar) {
            return at.toString();
        }
    }
}
