package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row: what is known of one order, and how it came to it. Changed by its {@link OrderBook} only, on the EDT. */
final class OrderRow {
    private final RowKey key;
    private final Deque<RowChange> history = new ArrayDeque<>(4);

    private int index;
    private @Nullable WorkEvent latest;
    private @Nullable Instant arrived;
    private Instant updated = Instant.MIN;
    private Meaning meaning = Meaning.QUIET;

    OrderRow(RowKey key, int index) {
        this.key = key;
        this.index = index;
    }

    RowKey key() {
        return key;
    }

    /** Its place in the book; moves when rows before it are removed. */
    int index() {
        return index;
    }

    String id() {
        return key.key();
    }

    String state() {
        return latest == null ? "" : latest.state();
    }

    String status() {
        return latest == null ? "" : latest.status();
    }

    String message() {
        return latest == null ? "" : latest.message();
    }

    /** When it last changed, which a repeat does not; long ago for a row without an update. */
    Instant updated() {
        return updated;
    }

    Optional<WorkEvent> latest() {
        return Optional.ofNullable(latest);
    }

    /** When the latest update reached the console. */
    Optional<Instant> arrived() {
        return Optional.ofNullable(arrived);
    }

    Meaning meaning() {
        return meaning;
    }

    boolean moved() {
        return latest != null;
    }

    boolean settled() {
        return latest != null && latest.settled();
    }

    boolean failed() {
        return latest != null && latest.failed();
    }

    /** On its way: has moved, and neither ended nor failed. */
    boolean moving() {
        return latest != null && !latest.settled() && !latest.failed();
    }

    List<RowChange> newestFirst() {
        List<RowChange> changes = new ArrayList<>(history);
        Collections.reverse(changes);
        return changes;
    }

    void moveTo(int newIndex) {
        index = newIndex;
    }

    /**
     * Replaces what was known; a repeat of the last step leaves the history and the time of the change alone. An order that
     * a snapshot names without saying anything of it has not moved yet.
     */
    void take(WorkEvent event, Instant now, int historyMost) {
        if (latest == null && saysNothing(event)) {
            return;
        }
        boolean progressed = latest != null && !latest.progress().equals(event.progress());
        latest = event;
        arrived = now;
        meaning = Meaning.of(event);
        RowChange change = RowChange.of(event);
        RowChange last = history.peekLast();
        if (last == null || !change.repeats(last)) {
            updated = event.at();
            history.addLast(change);
            keepHistory(historyMost);
        } else if (progressed) {
            updated = event.at();
        }
    }

    void keepHistory(int most) {
        while (history.size() > most) {
            history.removeFirst();
        }
    }

    private static boolean saysNothing(WorkEvent event) {
        return !event.settled()
                && !event.failed()
                && event.state().isEmpty()
                && event.status().isEmpty()
                && event.message().isEmpty();
    }
}
