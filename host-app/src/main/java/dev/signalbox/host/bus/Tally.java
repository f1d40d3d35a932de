package dev.signalbox.host.bus;

import java.time.Duration;

/** What one subscription went through since it began. Counted per batch, never per event. */
final class Tally {
    private long delivered;
    private long merged;
    private long droppedNotices;
    private long slowestNanos;
    private long lastLagNanos;
    private long failures;

    void delivered(int events, long lagNanos, long tookNanos) {
        delivered += events;
        lastLagNanos = lagNanos;
        slowestNanos = Math.max(slowestNanos, tookNanos);
    }

    void merged(int events) {
        merged += events;
    }

    /** Counts dropped notices; returns how many so far when that is worth telling, else 0. */
    long dropped(int notices) {
        long before = droppedNotices;
        droppedNotices += notices;
        return Long.highestOneBit(droppedNotices) == Long.highestOneBit(before) ? 0 : droppedNotices;
    }

    /**
     * Counts a failure; returns whether to tell it: the 1st, 2nd, 4th, 8th … A subscriber to problems that throws must not
     * feed itself.
     */
    boolean failed() {
        failures++;
        return Long.bitCount(failures) == 1;
    }

    long delivered() {
        return delivered;
    }

    long merged() {
        return merged;
    }

    long droppedNotices() {
        return droppedNotices;
    }

    Duration lastLag() {
        return Duration.ofNanos(lastLagNanos);
    }

    Duration slowest() {
        return Duration.ofNanos(slowestNanos);
    }

    long failures() {
        return failures;
    }
}
