package dev.signalbox.host.bus;

import java.util.concurrent.TimeUnit;

/**
 * When the next frame may begin: 16 ms after the last one with little to do. When delivering and painting take long, later,
 * so that about four fifths of the time are left to the operator, but never so late that what is shown grows stale. A frame
 * that could not deliver all there was is followed by the next one at the shortest distance: to be behind is worse.
 */
final class FramePace {
    static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
    static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(33);
    private static final int ONE_PART_OF = 5;

    private long begun = System.nanoTime() - LONGEST_NANOS;
    private long length = SHORTEST_NANOS;
    private boolean behind;

    void begins(long now) {
        begun = now;
        length = SHORTEST_NANOS;
        behind = false;
    }

    /** The budget is used up, and more waits. */
    void fallsBehind() {
        behind = true;
    }

    /** What the frame brought has been painted. */
    void painted(long now) {
        length = behind
                ? SHORTEST_NANOS
                : Math.max(SHORTEST_NANOS, Math.min(LONGEST_NANOS, (now - begun) * ONE_PART_OF));
    }

    /** How long until the next frame may begin; zero or less: now. */
    long nanosLeft(long now) {
        return begun + length - now;
    }
}
