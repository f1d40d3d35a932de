package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row: what is known of one order. Changed by its {@link OrderBook} only, on the EDT. */
final class OrderRow {
    private final RowKey key;

    private int index;
    private @Nullable WorkEvent latest;
    private @Nullable Instant arrived;
    private Instant updated = Instant.MIN;
    private Meaning meaning = Meaning.QUIET;

    /** Worked out when a search first asks, forgotten with the next update. */
    private @Nullable String searchable;

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

    /** Every text of the row in lower case; fields are kept apart, so that no word matches across two of them. */
    String searchable() {
        String text = searchable;
        if (text == null) {
            text = String.join("\n", id(), state(), status(), message(), key.source(), key.topic())
                    .toLowerCase(Locale.ROOT);
            searchable = text;
        }
        return text;
    }

    void moveTo(int newIndex) {
        index = newIndex;
    }

    /**
     * Replaces what was known; a repeat of the last step leaves the time of the change alone. An order that
     * a snapshot names without saying anything of it has not moved yet.
     */
    void take(WorkEvent event, Instant now) {
        if (latest == null && RowChange.saysNothing(event)) {
            return;
        }
        boolean repeats = latest != null
                && RowChange.saySame(latest, event)
                && latest.progress().equals(event.progress());
        latest = event;
        arrived = now;
        meaning = Meaning.of(event);
        searchable = null;
        if (!repeats) {
            updated = event.at();
        }
    }
}
