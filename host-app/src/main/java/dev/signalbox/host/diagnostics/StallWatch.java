package dev.signalbox.host.diagnostics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts one probe after the other to the window's thread, and calls it a stall when one waits too long for its turn. Time
 * in which this watch itself did not run counts for nobody: then the machine slept, or the whole program stood still.
 * Belongs to the watchdog's thread.
 */
final class StallWatch {
    static final Duration PERIOD = Duration.ofMillis(100);
    static final Duration LATE = Duration.ofMillis(250);

    private final WindowThread window;
    private final Blame blame;
    private final StallListener listener;
    private final InstantSource clock;
    private final LongSupplier nanos;

    private @Nullable Probe probe;
    private @Nullable Samples samples;
    private boolean alive;
    private long due;
    /** Since the probe was posted. */
    private long overslept;
    /** How late the probe was when last looked at. */
    private long late;

    StallWatch(WindowThread window, Blame blame, StallListener listener, InstantSource clock, LongSupplier nanos) {
        this.window = window;
        this.blame = blame;
        this.listener = listener;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Looks whether the probe came through; returns when to look again. */
    Duration look() {
        long now = nanos.getAsLong();
        // A little late itself it only is on a busy machine, and there the window is felt to be slow all the same.
        if (now - due > PERIOD.toNanos()) {
            overslept += now - due;
        }
        Duration next = next(now);
        due = now + next.toNanos();
        return next;
    }

    private Duration next(long now) {
        Probe posted = probe;
        if (posted == null) {
            post(now);
            return PERIOD;
        }
        if (posted.answered) {
            alive = true;
            end(posted);
            post(now);
            return PERIOD;
        }
        if (!alive) {
            // What is painted first takes long, and before that there is no window to hold up.
            return PERIOD;
        }
        late = now - posted.at - overslept;
        if (late < LATE.toNanos()) {
            return min(PERIOD, LATE.minusNanos(late));
        }
        sample(posted, Duration.ofNanos(late));
        return PERIOD;
    }

    private void post(long now) {
        Probe next = new Probe(now, nanos);
        probe = next;
        overslept = 0;
        late = 0;
        window.post(next);
    }

    private void sample(Probe posted, Duration late) {
        Samples seen = samples;
        if (seen != null && seen.full()) {
            return;
        }
        StackTraceElement[] stack = window.stack();
        if (posted.answered) {
            // It came through meanwhile: the stack is that of something else.
            return;
        }
        if (seen == null) {
            seen = new Samples(blame);
            samples = seen;
            seen.add(stack);
            listener.began(stall(late, seen));
        } else {
            seen.add(stack);
        }
    }

    private void end(Probe answered) {
        Samples seen = samples;
        if (seen != null) {
            samples = null;
            long held = Math.max(late, answered.answeredAt - answered.at - overslept);
            listener.ended(stall(Duration.ofNanos(held), seen));
        }
    }

    private Stall stall(Duration held, Samples seen) {
        return new Stall(clock.instant().minus(held), held, seen.culprit(), seen.text());
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Runs on the window's thread and notes when. */
    private static final class Probe implements Runnable {
        private final long at;
        private final LongSupplier nanos;
        private long answeredAt;
        private volatile boolean answered;

        Probe(long at, LongSupplier nanos) {
            this.at = at;
            this.nanos = nanos;
        }

        @Override
        public void run() {
            answeredAt = nanos.getAsLong();
            answered = true;
        }
    }
}
