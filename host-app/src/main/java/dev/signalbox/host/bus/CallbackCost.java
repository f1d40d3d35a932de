package dev.signalbox.host.bus;

import java.util.concurrent.TimeUnit;

/**
 * How many events a callback takes in a given time: a running measure of what a call costs by itself and what each event
 * adds, both from a straight line through the recent calls.
 */
final class CallbackCost {
    private static final int FEWEST = 8;
    private static final double NEWEST = 1.0 / 8;

    /** What took longer, a modal window for one, counts as if it had ended then: it must be forgotten soon. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Noise must not make events look as if they cost nothing. */
    private static final double LEAST_PART_BY_EVENTS = 1.0 / 8;

    private final int most;
    private int largest;

    // running means
    private double events;
    private double nanos;
    private double squares;
    private double products;

    CallbackCost(int first, int most) {
        this.largest = first;
        this.most = most;
    }

    void took(int delivered, long measured) {
        long time = Math.min(measured, LONGEST_NANOS);
        double count = (double) delivered * time / Math.max(1, measured);
        double weight = events == 0 ? 1 : NEWEST;
        events += weight * (count - events);
        nanos += weight * (time - nanos);
        squares += weight * (count * count - squares);
        products += weight * (count * time - products);
        largest = Math.max(delivered, largest);
    }

    /**
     * How many events to deliver so that the call ends in time. Where the call alone takes long, half of the time is for the
     * events all the same: to cut them smaller would only repeat the rest. Never more than twice what was tried.
     */
    int eventsWithin(long time) {
        if (events == 0) {
            return Math.min(largest, most);
        }
        double fitting = Math.max(time - ofCall(), time / 2.0) / ofEach();
        return (int) Math.max(FEWEST, Math.min(fitting, Math.min(most, 2.0 * largest)));
    }

    /** What a call costs by itself, in nanoseconds. */
    double ofCall() {
        return events == 0 ? 0 : Math.max(0, nanos - ofEach() * events);
    }

    private double ofEach() {
        double average = nanos / events;
        double variance = squares - events * events;
        double slope = variance > events ? (products - events * nanos) / variance : average;
        return Math.max(1, Math.min(average, Math.max(slope, average * LEAST_PART_BY_EVENTS)));
    }
}
