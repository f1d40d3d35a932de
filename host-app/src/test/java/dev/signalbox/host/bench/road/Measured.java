package dev.signalbox.host.bench.road;

import java.util.Optional;

/**
 * What was measured at one rate.
 *
 * @param rate orders a second that the server was told to send
 * @param sent what it came to send
 * @param paintedP50 milliseconds from the server's write to the painted cell
 * @param paintedP99 the same, which one in a hundred takes longer than
 * @param paintedMost the longest
 * @param earlyP50 the median of the first third of the time
 * @param lateP50 the median of the last third
 * @param samples how many updates were seen painted
 * @param edtP99 milliseconds the window's thread was late, which it is later than one time in a hundred
 * @param edtMost the longest
 * @param consoleCores how many cores the console's process used
 * @param serverCores how many the server's
 */
record Measured(
        long rate,
        Sent sent,
        double paintedP50,
        double paintedP99,
        double paintedMost,
        double earlyP50,
        double lateP50,
        int samples,
        double edtP99,
        double edtMost,
        double consoleCores,
        double serverCores) {
    private static final double LEAST_SHARE = 0.95;
    private static final double MOST_P99_MILLIS = 250;
    private static final double MOST_GROWTH_MILLIS = 50;

    /** Why the road lags at this rate; empty when nothing does. */
    Optional<String> lag() {
        if (sent.share() < LEAST_SHARE) {
            return Optional.of("the server came to send %.0f %% only".formatted(100 * sent.share()));
        }
        // a number that is none is no proof of anything
        if (!(paintedP99 <= MOST_P99_MILLIS)) {
            return Optional.of("p99 above %.0f ms".formatted(MOST_P99_MILLIS));
        }
        if (lateP50 - earlyP50 > MOST_GROWTH_MILLIS) {
            return Optional.of("later and later, by %.0f ms".formatted(lateP50 - earlyP50));
        }
        return Optional.empty();
    }
}
