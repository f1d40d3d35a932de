package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of a timeline: when, how long after the step before, how often again. */
final class HistoryWords {
    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Texts texts;
    private final LocalTimes times;
    private final Clock clock;

    HistoryWords(Texts texts, LocalTimes times, Clock clock) {
        this.texts = texts;
        this.times = times;
        this.clock = clock;
    }

    String time(Instant at) {
        return times.exactly(at);
    }

    /** Day and time, to the millisecond. */
    String inFull(Instant at) {
        try {
            return TO_THE_MILLISECOND.format(at.atZone(clock.getZone()));
        } catch (DateTimeException beyondTheCalendar) {
            return at.toString();
        }
    }

    /** How long after the step before; servers' clocks may say that it was before it. */
    String elapsed(Duration since) {
        if (since.isNegative()) {
            return texts.get("elapsed.before", amount(since.negated()));
        }
        return texts.get("elapsed.after", amount(since));
    }

    String repeats(RowChange change) {
        return texts.get("history.again", change.repeats(), time(change.lastRepeat()));
    }

    String older(long letGo) {
        return texts.get("history.older", letGo);
    }

    private String amount(Duration time) {
        if (time.toSeconds() < 1) {
            return texts.get("elapsed.millis", time.toMillis());
        }
        if (time.toMinutes() < 1) {
            return texts.get("elapsed.seconds", time.toMillis() / 1000.0);
        }
        if (time.toHours() < 1) {
            return texts.get("elapsed.minutes", time.toMinutes(), time.toSecondsPart());
        }
        return time.toDays() < 1
                ? texts.get("elapsed.hours", time.toHours(), time.toMinutesPart())
                : texts.get("elapsed.days", time.toDays(), time.toHoursPart());
    }
}
