package dev.signalbox.host.bench.ui;

/**
 * Counts durations in buckets, 64 to each doubling, so that a percentile is at most 1.6 % too high and counting makes
 * nothing. Used by one thread at a time.
 */
final class Durations {
    private static final int FINE = 64;
    private static final int FINE_BITS = 6;

    private final long[] counts = new long[(65 - FINE_BITS) * FINE];
    private long count;
    private long most;

    void add(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        count++;
        most = Math.max(most, value);
    }

    long count() {
        return count;
    }

    double mostMillis() {
        return most / 1e6;
    }

    /**
     * A duration that so many of all do not pass; 0 when there is none.
     *
     * @param share from 0 to 1
     */
    double percentileMillis(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return Math.min(most, highest(bucket)) / 1e6;
            }
        }
        return 0;
    }

    private static int bucket(long value) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(value | 1) - FINE_BITS);
        return shift * FINE + (int) (value >>> shift);
    }

    private static long highest(int bucket) {
        int shift = Math.max(0, bucket / FINE - 1);
        return ((bucket - (long) shift * FINE + 1) << shift) - 1;
    }
}
