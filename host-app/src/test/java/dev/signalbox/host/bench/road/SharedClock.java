package dev.signalbox.host.bench.road;

import java.io.IOException;

/**
 * How the server's clock stands to ours. On Linux {@link System#nanoTime} is the same for all processes; elsewhere it is
 * put right as well as a question and its answer can tell.
 *
 * @param aheadNanos what is to be taken from the server's times
 * @param uncertainNanos how wrong that may be
 */
record SharedClock(long aheadNanos, long uncertainNanos) {
    private static final int ROUNDS = 20;

    /** Asks for the time there. */
    interface Question {
        long nanos() throws IOException;
    }

    static SharedClock compare(Question there, Question here) throws IOException {
        long shortest = Long.MAX_VALUE;
        long ahead = 0;
        boolean shared = true;
        for (int i = 0; i < ROUNDS; i++) {
            long before = here.nanos();
            long answer = there.nanos();
            long after = here.nanos();
            shared &= before <= answer && answer <= after;
            if (after - before < shortest) {
                shortest = after - before;
                ahead = answer - (before + after) / 2;
            }
        }
        return shared ? new SharedClock(0, 0) : new SharedClock(ahead, shortest / 2);
    }

    String words() {
        return aheadNanos == 0
                ? "Both processes read the same clock."
                : "The processes do not read the same clock; all times are put right by %.1f ms, which may be wrong by %.2f ms."
                        .formatted(aheadNanos / 1e6, uncertainNanos / 1e6);
    }
}
