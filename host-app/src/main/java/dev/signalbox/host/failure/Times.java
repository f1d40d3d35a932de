package dev.signalbox.host.failure;

import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as the operator reads them: in their zone and locale, and how long ago. */
final class Times {
    private static final Texts TEXTS = Texts.of(Times.class);
    private static final Duration NOW = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter dateTime;

    Times(InstantSource clock, ZoneId zone, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale);
        dateTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(locale);
    }

    static Times ofUser(InstantSource clock) {
        return new Times(clock, ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    }

    /** The time of day; with the date when that is not today. */
    String at(Instant instant) {
        boolean today = instant.atZone(zone)
                .toLocalDate()
                .equals(clock.instant().atZone(zone).toLocalDate());
        return (today ? time : dateTime).format(instant.atZone(zone));
    }

    String ago(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        if (age.compareTo(NOW) < 0) {
            return TEXTS.get("ago.now");
        }
        if (age.toMinutes() < 1) {
            return TEXTS.get("ago.seconds", age.toSeconds());
        }
        if (age.toHours() < 1) {
            return TEXTS.get("ago.minutes", age.toMinutes());
        }
        return age.toDays() < 1 ? TEXTS.get("ago.hours", age.toHours()) : TEXTS.get("ago.days", age.toDays());
    }

    String atAndAgo(Instant instant) {
        return TEXTS.get("time.at-and-ago", at(instant), ago(instant));
    }

    /** Unambiguous and sortable, for files. */
    String inFull(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }
}
