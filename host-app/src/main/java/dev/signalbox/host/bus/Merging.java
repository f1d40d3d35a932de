package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Notice;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shortens a backlog without losing what matters: a newer event of a row replaces an older one, unless the older one is
 * settled or failed. Everything kept stays in its order.
 */
final class Merging {

    private Merging() {}

    @SuppressWarnings("unchecked")
    static <E extends ConsoleEvent> List<E> merge(List<E> backlog) {
        int size = backlog.size();
        Object[] kept = new Object[size];
        int from = size;
        RowSet newer = new RowSet(size);
        for (int i = size - 1; i >= 0; i--) {
            E event = backlog.get(i);
            if (event instanceof WorkEvent work) {
                boolean newest = newer.add(work.source(), work.topic(), work.key());
                if (!newest && !work.settled() && !work.failed()) {
                    continue;
                }
            } else if (event instanceof WorkRemoved removed) {
                newer.add(removed.source(), removed.topic(), removed.key());
            }
            kept[--from] = event;
        }
        return from == 0 ? backlog : (List<E>) (List<?>) List.of(Arrays.copyOfRange(kept, from, size));
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
        return List.copyOf(kept);
    }
}
