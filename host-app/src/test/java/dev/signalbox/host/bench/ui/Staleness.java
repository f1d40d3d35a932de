package dev.signalbox.host.bench.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How old an update is when the window shows it, for some orders chosen by chance. Looks at them whenever the window has
 * been painted; when it need not be painted, because the update changes nothing in sight, with the next probe. Belongs to
 * the EDT.
 */
final class Staleness {
    /** Where updates are rare; where they are many, a part of it shows as many. */
    private static final int MOST_SAMPLED = 1_000;

    private static final int FEWEST_SAMPLED = 250;
    private static final int MANY_UPDATES = 100_000;
    private static final long SEED = 4;

    private final List<Supplier<Instant>> held = new ArrayList<>();
    private final Instant[] seen;
    private Durations ages = new Durations();
    private long spentNanos;
    private long spentCounting;
    private boolean counting;

    Staleness(Subject subject, int orders, int rate) {
        int sampled = rate >= MANY_UPDATES ? FEWEST_SAMPLED : MOST_SAMPLED;
        new Random(SEED)
                .ints(0, Math.max(1, orders))
                .distinct()
                .limit(Math.min(sampled, orders))
                .forEach(order -> held.add(subject.held(order)));
        seen = new Instant[held.size()];
    }

    void begin() {
        look();
        ages = new Durations();
        spentNanos = 0;
        counting = true;
    }

    /** What has not been painted by now is at least as old as it is now: a window that is stuck does not get away with it. */
    Durations end() {
        look();
        counting = false;
        spentCounting = spentNanos;
        return ages;
    }

    /** What looking cost from the beginning to the end. */
    long spentNanos() {
        return spentCounting;
    }

    void look() {
        long now = System.nanoTime();
        for (int i = 0; i < seen.length; i++) {
            Instant at = held.get(i).get();
            Instant before = seen[i];
            if (!at.equals(before)) {
                seen[i] = at;
                if (counting) {
                    ages.add(Made.age(at, now));
                }
            }
        }
        spentNanos += System.nanoTime() - now;
    }
}
