package dev.signalbox.host.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt. The window doubles with every failed attempt up to a limit; the delay is drawn
 * from the window at random, above what the peer asked for and never below it. Immutable: a failed attempt makes a
 * successor.
 *
 * @param base the least delay, and half of the first window
 * @param most where the doubling stops
 * @param failures failed attempts in a row so far
 */
record BackOff(Duration base, Duration most, int failures) {
    /** Doubling beyond this overflows nothing and changes nothing. */
    private static final int MOST_DOUBLINGS = 30;

    static BackOff first(Duration base, Duration most) {
        return new BackOff(base, most, 0);
    }

    BackOff next() {
        return new BackOff(base, most, Math.min(failures + 1, MOST_DOUBLINGS));
    }

    /** The same number of failures under another base. */
    BackOff withBase(Duration other) {
        return new BackOff(other, most, failures);
    }

    Duration delay(Duration floor, RandomGenerator random) {
        long least = Math.max(floor.toMillis(), base.toMillis());
        // Even where no delay at all is asked for, failing again and again must not hammer.
        double grown = Math.max(1, base.toMillis()) * Math.pow(2, failures + 1);
        long window = (long) Math.min((double) most.toMillis(), grown);
        return Duration.ofMillis(window <= least ? least : least + random.nextLong(window - least + 1));
    }
}
