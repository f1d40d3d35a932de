package dev.signalbox.host.bench.ui;

import java.lang.management.ManagementFactory;
import java.time.Instant;

/** When an update was made: its time is that of the clock that measures, so that its age is exact. */
final class Made {
    private static final long NANOS_AT_START = System.nanoTime();
    private static final Instant START =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    private Made() {}

    static Instant now() {
        return START.plusNanos(System.nanoTime() - NANOS_AT_START);
    }

    /**
     * How old something is.
     *
     * @param made what {@link #now} said
     * @param nanoTime now
     */
    static long age(Instant made, long nanoTime) {
        long sinceStart =
                (made.getEpochSecond() - START.getEpochSecond()) * 1_000_000_000 + made.getNano() - START.getNano();
        return nanoTime - NANOS_AT_START - sinceStart;
    }
}
