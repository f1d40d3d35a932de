package dev.signalbox.host.bench.road;

import java.util.Arrays;

/** Many times in nanoseconds, and where they lie. Not for several threads. */
final class Delays {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1_024];
    private int count;
    private boolean sorted = true;

    void add(long more) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = more;
        sorted = false;
    }

    int count() {
        return count;
    }

    /** So many milliseconds that this share of the times is no longer; NaN without any. */
    double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(share * count);
        return nanos[Math.max(0, Math.min(count, rank) - 1)] / NANOS_PER_MILLI;
    }

    /** All times of several. */
    static Delays of(Delays... parts) {
        Delays all = new Delays();
        for (Delays part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        return all;
    }
}
