package dev.signalbox.host.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt. The window doubles with every failed attempt up to a limit; the delay is drawn
 * from the window at random, above what the peer asked for and never below it. Even where the peer asks for more than the
 * limit, the delays of many consoles that lost the same peer are spread. Immutable: a failed attempt makes a successor.
 *
 * @param base the least delay
 * @param most where the doubling stops
 * @param failures failed attempts in a row so far
 */
record BackOff(Duration base, Duration most, int failures) {
    /** Doubling beyond this overflows nothing and changes nothing. */
    private static final int MOST_DOUBLINGS = 30;

    /** A base of nothing is allowed and must not hammer: doubling begins here. */
    private static final Duration SMALLEST_STEP = Duration.ofMillis(100);

    private static final Duration MOST_SPREAD = Duration.ofSeconds(30);

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
        double grown = Math.max(SMALLEST_STEP.toMillis(), base.toMillis()) * Math.pow(2, failures + 1);
        long window = (long) Math.min((double) most.toMillis(), grown);
        return spread(Duration.ofMillis(least), Duration.ofMillis(window), random);
    }

    /** Draws from the window above the least delay, which is never less than a quarter of it or half a minute. */
    static Duration spread(Duration least, Duration window, RandomGenerator random) {
        long leastMillis = least.toMillis();
        long enough = Math.min(leastMillis / 4, MOST_SPREAD.toMillis());
        long width = Math.max(window.toMillis() - leastMillis, enough);
        return Duration.ofMillis(leastMillis + random.nextLong(width + 1));
    }
}
