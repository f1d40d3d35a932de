package dev.signalbox.host.order;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What waits while the view is paused, merged by row, so that it is bounded by the rows there are: at most one removal for
 * each row shown, and one event for each row to come. Released, it brings the book to where it would have come without a
 * pause. The single steps are not lost: the history and the failure log hear them by subscriptions of their own. Belongs to
 * the EDT.
 */
final class HeldUpdates {
    private final Instant since;
    private final Predicate<RowKey> shown;
    private final Map<RowKey, WorkRemoved> removals = new LinkedHashMap<>();
    /** In the order rows arrive; a row that has not moved yet waits as a watch of its own. */
    private final Map<RowKey, ConsoleEvent> byRow = new LinkedHashMap<>();

    private long updates;

    /**
     * Holds nothing yet.
     *
     * @param since when the view was paused
     * @param shown whether a row is in the book, which stays as it is meanwhile
     */
    HeldUpdates(Instant since, Predicate<RowKey> shown) {
        this.since = since;
        this.shown = shown;
    }

    Instant since() {
        return since;
    }

    /** How many updates came, merged or not. */
    long updates() {
        return updates;
    }

    /** Whether there is news of a row. */
    boolean concerns(RowKey key) {
        return byRow.containsKey(key) || removals.containsKey(key);
    }

    /** How many events it holds. */
    int size() {
        return removals.size() + byRow.size();
    }

    /** Holds the events that are about rows. */
    void take(List<? extends ConsoleEvent> batch) {
        for (ConsoleEvent event : batch) {
            if (event instanceof WorkEvent work) {
                byRow.put(RowKey.of(work), work);
                updates++;
            } else if (event instanceof WorkRemoved gone) {
                remove(new RowKey(gone.source(), gone.topic(), gone.key()), gone);
            } else if (event instanceof WatchChanged watch) {
                watch.keys().stream().sorted(NaturalOrder::compare).forEach(key -> follow(key, watch));
            }
        }
    }

    /** Everything that waits, removals first: a row that came back stands where it came back. */
    List<ConsoleEvent> all() {
        List<ConsoleEvent> all = new ArrayList<>(size());
        all.addAll(removals.values());
        all.addAll(byRow.values());
        return all;
    }

    private void remove(RowKey key, WorkRemoved gone) {
        boolean waited = byRow.remove(key) != null;
        boolean was = shown.test(key) && removals.put(key, gone) == null;
        if (waited || was) {
            updates++;
        }
    }

    private void follow(String id, WatchChanged watch) {
        RowKey key = new RowKey(watch.source(), watch.topic(), id);
        boolean there = shown.test(key) && !removals.containsKey(key);
        if (!there
                && byRow.putIfAbsent(key, new WatchChanged(watch.source(), watch.topic(), Set.of(id), watch.at()))
                        == null) {
            updates++;
        }
    }
}
