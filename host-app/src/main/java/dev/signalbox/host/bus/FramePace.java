package dev.signalbox.host.bus;

import java.util.concurrent.TimeUnit;

/**
 * When the next frame may begin: 16 ms after the last one with little to do. When delivering and painting take long, later,
 * so that about four fifths of the time are left to the operator, but never so late that what is shown grows stale.
 */
final class FramePace {
    static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
    static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(33);
    private static final int ONE_PART_OF = 5;

    private long begun = System.nanoTime() - LONGEST_NANOS;
    private long length = SHORTEST_NANOS;

    void begins(long now) {
        begun = now;
        length = SHORTEST_NANOS;
    }

    /** What the frame brought has been painted. */
    void painted(long now) {
        length = Math.max(SHORTEST_NANOS, Math.min(LONGEST_NANOS, (now - begun) * ONE_PART_OF));
    }

    /** How long until the next frame may begin; zero or less: now. */
    long nanosLeft(long now) {
        return begun + length - now;
    }
}
