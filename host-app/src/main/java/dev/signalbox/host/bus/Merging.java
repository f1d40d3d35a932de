package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Notice;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shortens a backlog without losing what matters: a newer event of a row replaces an older one, unless the older one is
 * settled or failed. Everything kept stays in its order.
 */
final class Merging {

    private Merging() {}

    static <E extends ConsoleEvent> List<E> merge(List<E> backlog) {
        List<E> kept = new ArrayList<>();
        Set<WorkKey> newer = new HashSet<>();
        for (int i = backlog.size() - 1; i >= 0; i--) {
            E event = backlog.get(i);
            if (event instanceof WorkEvent work) {
                boolean first = newer.add(WorkKey.of(work));
                if (first || work.settled() || work.failed()) {
                    kept.add(event);
                }
            } else {
                if (event instanceof WorkRemoved removed) {
                    newer.add(WorkKey.of(removed));
                }
                kept.add(event);
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Leaves out the oldest notices, so many at most. */
    static <E extends ConsoleEvent> List<E> withoutOldestNotices(List<E> backlog, int most) {
        if (most <= 0) {
            return backlog;
        }
        List<E> kept = new ArrayList<>(backlog.size());
        int left = most;
        for (E event : backlog) {
            if (left > 0 && event instanceof Notice) {
                left--;
            } else {
                kept.add(event);
            }
        }
        return kept;
    }
}
