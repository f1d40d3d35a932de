package dev.signalbox.sse.stream;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * When to give up.
 *
 * @param never whether there is no such time
 * @param nanos the time, as {@link System#nanoTime} tells it
 */
record Deadline(boolean never, long nanos) {

    /** From now on; zero for never. */
    static Deadline in(Duration duration) {
        return new Deadline(duration.isZero(), System.nanoTime() + duration.toNanos());
    }

    /**
     * The milliseconds left for one of several things to be tried, as sockets take them: zero for as long as it takes.
     *
     * @throws SocketTimeoutException if none are left
     */
    int millisLeft(int things) throws SocketTimeoutException {
        if (never) {
            return 0;
        }
        long left = (nanos - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("the time is up");
        }
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left / things));
    }
}
