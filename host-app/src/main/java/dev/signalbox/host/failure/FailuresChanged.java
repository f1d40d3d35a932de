package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchSettled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The list of failures changed, or a watch settled. Both travel in one event so that a summary never overtakes the
 * failures it counts.
 *
 * @param changed failures that are new or differ from before
 * @param removed failures that are no longer listed
 * @param newly how many times an order failed since the last such event
 * @param open how many listed failures stand failed
 * @param recovered how many listed failures moved again
 * @param settled the watches that settled since the last such event
 * @param at when
 */
public record FailuresChanged(
        List<Failure> changed,
        List<Failure.Key> removed,
        int newly,
        int open,
        int recovered,
        List<WatchSettled> settled,
        Instant at)
        implements ConsoleEvent {

    /** Copies the lists. */
    public FailuresChanged {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        settled = List.copyOf(settled);
        Objects.requireNonNull(at, "at");
    }

    /** Several changes, one after the other, as one. */
    static FailuresChanged together(List<FailuresChanged> changes) {
        FailuresChanged last = changes.get(changes.size() - 1);
        if (changes.size() == 1) {
            return last;
        }
        Map<Failure.Key, Failure> changed = new LinkedHashMap<>();
        Set<Failure.Key> removed = new LinkedHashSet<>();
        int newly = 0;
        List<WatchSettled> settled = new ArrayList<>();
        for (FailuresChanged change : changes) {
            for (Failure.Key key : change.removed()) {
                changed.remove(key);
                removed.add(key);
            }
            // Told at its last place: a failure that comes back to the list stands at its end.
            for (Failure failure : change.changed()) {
                changed.remove(failure.key());
                changed.put(failure.key(), failure);
            }
            newly += change.newly();
            settled.addAll(change.settled());
        }
        return new FailuresChanged(
                List.copyOf(changed.values()),
                List.copyOf(removed),
                newly,
                last.open(),
                last.recovered(),
                settled,
                last.at());
    }

    /** Whether a watch settled with failures. */
    boolean settledWithFailures() {
        return settled.stream().anyMatch(watch -> watch.failed() > 0);
    }
}
