package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchSettled;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

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

    /** Whether a watch settled with failures. */
    boolean settledWithFailures() {
        return settled.stream().anyMatch(watch -> watch.failed() > 0);
    }
}
