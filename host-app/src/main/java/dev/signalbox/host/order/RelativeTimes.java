package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;
import java.time.Instant;

/** Says how long ago something was, as people say it: now, 5 s, 3 min, 2 h. The words are made once. */
final class RelativeTimes {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final int MOST_DAYS = 100;

    /** Clocks differ a little: what is to come within this is now. */
    private static final long AHEAD_SECONDS = 2;

    private final Texts texts;
    private final LocalTimes times;
    private final String[] seconds;
    private final String[] minutes;
    private final String[] hours;
    private final String[] days;

    RelativeTimes(Texts texts, LocalTimes times) {
        this.texts = texts;
        this.times = times;
        this.seconds = new String[MINUTE];
        this.minutes = new String[HOUR / MINUTE];
        this.hours = new String[DAY / HOUR];
        this.days = new String[MOST_DAYS];
    }

    Instant now() {
        return times.now();
    }

    /** When it was: beyond a day the date and time. */
    String ago(Instant at, Instant now) {
        long passed = passed(at, now);
        return passed >= 0 && passed < DAY ? within(passed) : times.of(at);
    }

    /** How long it has lasted: beyond a day the days. */
    String lasting(Instant since, Instant now) {
        long passed = passed(since, now);
        if (passed < 0) {
            return times.of(since);
        }
        return passed < DAY ? within(passed) : word(days, (int) Math.min(passed / DAY, MOST_DAYS - 1), "time.days");
    }

    /** Whether the words for a time are others than they were. */
    boolean change(Instant at, Instant before, Instant now) {
        return unit(passed(at, before)) != unit(passed(at, now));
    }

    private String within(long passed) {
        if (passed < 1) {
            return word(seconds, 0, "time.now");
        }
        if (passed < MINUTE) {
            return word(seconds, (int) passed, "time.seconds");
        }
        return passed < HOUR
                ? word(minutes, (int) (passed / MINUTE), "time.minutes")
                : word(hours, (int) (passed / HOUR), "time.hours");
    }

    private String word(String[] known, int count, String key) {
        String word = known[count];
        if (word == null) {
            word = texts.get(key, count);
            known[count] = word;
        }
        return word;
    }

    /** In seconds; negative for what is yet to come. */
    private static long passed(Instant at, Instant now) {
        // Instants reach no further than this subtraction does.
        long passed = now.getEpochSecond() - at.getEpochSecond();
        return passed < 0 && passed >= -AHEAD_SECONDS ? 0 : passed;
    }

    private static long unit(long passed) {
        if (passed < 0 || passed >= DAY) {
            return passed < 0 ? -1 : DAY + passed / DAY;
        }
        return passed < MINUTE ? passed : passed < HOUR ? passed / MINUTE * MINUTE : passed / HOUR * HOUR;
    }
}
