package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One row: what is known of one order. Changed by its {@link OrderBook} only, on the EDT. */
final class OrderRow {
    private static final int STATE = OrderColumn.STATE.bit();
    private static final int STATUS = OrderColumn.STATUS.bit();
    private static final int MESSAGE = OrderColumn.MESSAGE.bit();

    private final RowKey key;

    private final int slot;
    private final long arrival;

    private int index;
    private long label;
    private @Nullable WorkEvent latest;
    private Instant updated = Instant.MIN;
    private Instant stateSince = Instant.MAX;

    // What the latest event says, taken out of it: among many rows the way to the event and on to its texts is slow.
    private Meaning meaning = Meaning.QUIET;
    private int kind = RowCounters.QUIET;
    private String state = "";
    private String status = "";
    private String message = "";
    private int messageHash;
    private OptionalDouble progress = OptionalDouble.empty();
    private int timeHash;

    /** Which batch touched it last, and which of its cells say something else since. */
    private int batch;

    private int changedCells;

    private @Nullable Flash flash;

    OrderRow(RowKey key, int index, int slot, long arrival) {
        this.key = key;
        this.index = index;
        this.slot = slot;
        this.arrival = arrival;
    }

    RowKey key() {
        return key;
    }

    /** Its place in the book; moves when rows before it are removed. */
    int index() {
        return index;
    }

    /** Whether it has left the book. */
    boolean isGone() {
        return index < 0;
    }

    /** A number of its own among the rows of the book, small enough for an array; another row may get it later. */
    int slot() {
        return slot;
    }

    /** Counts the rows of the book as they came. */
    long arrival() {
        return arrival;
    }

    /** Where its id stands among all ids: rows of the same id have the same, a greater id has a greater one. */
    long label() {
        return label;
    }

    boolean hasLabel() {
        return label != 0;
    }

    /** Zero is none. */
    void label(long its) {
        label = its;
    }

    String id() {
        return key.key();
    }

    String state() {
        return state;
    }

    String status() {
        return status;
    }

    String message() {
        return message;
    }

    /** When it last changed, which a repeat does not; long ago for a row without an update. */
    Instant updated() {
        return updated;
    }

    /** When its state last became another; beyond all time for a row without an update. */
    Instant stateSince() {
        return stateSince;
    }

    /** Which cells the last batch that touched it changed, a bit for each column. */
    int changedCells() {
        return changedCells;
    }

    /** Its flash; made when it first lights up, which few of many rows do. */
    Flash flash() {
        Flash its = flash;
        if (its == null) {
            its = new Flash();
            flash = its;
        }
        return its;
    }

    Optional<WorkEvent> latest() {
        return Optional.ofNullable(latest);
    }

    Meaning meaning() {
        return meaning;
    }

    /** What it counts as. */
    int kind() {
        return kind;
    }

    boolean moved() {
        return kind != RowCounters.QUIET;
    }

    boolean settled() {
        return (kind & RowCounters.SETTLED) != 0;
    }

    boolean failed() {
        return (kind & RowCounters.FAILED) != 0;
    }

    /** On its way: has moved, and neither ended nor failed. */
    boolean moving() {
        return (kind & RowCounters.MOVING) != 0;
    }

    void moveTo(int newIndex) {
        index = newIndex;
    }

    void leave() {
        index = -1;
    }

    /** Whether this is the first that a batch does to it. */
    boolean touchedFirstBy(int its) {
        if (batch == its) {
            return false;
        }
        batch = its;
        changedCells = 0;
        return true;
    }

    /** Whether the event is what it shows already. */
    boolean shows(WorkEvent event) {
        return event.at().hashCode() == timeHash && event.equals(latest);
    }

    /**
     * Replaces what was known; a repeat of the last step leaves the time of the change alone. An order that
     * a snapshot names without saying anything of it has not moved yet.
     */
    void take(WorkEvent event) {
        if (latest == null && RowChange.saysNothing(event)) {
            return;
        }
        Meaning meant = Meaning.of(event);
        int changed = changes(event, meant);
        boolean progressed = latest != null && !progress.equals(event.progress());
        if ((changed & STATE) != 0) {
            stateSince = event.at();
        }
        if (changed != 0 || progressed) {
            updated = event.at();
        }
        latest = event;
        remember(event, meant, changed);
        changedCells |= changed;
    }

    /** Writes only what is different: a reference written into an old object costs the garbage collector's attention. */
    private void remember(WorkEvent event, Meaning meant, int changed) {
        if ((changed & STATE) != 0) {
            state = event.state();
        }
        if ((changed & STATUS) != 0) {
            meaning = meant;
            status = event.status();
        }
        if ((changed & MESSAGE) != 0) {
            message = event.message();
            messageHash = message.hashCode();
        }
        if (!progress.equals(event.progress())) {
            progress = event.progress();
        }
        kind = RowCounters.kind(event);
        timeHash = event.at().hashCode();
    }

    private int changes(WorkEvent event, Meaning meant) {
        if (!moved()) {
            return STATE | STATUS | MESSAGE;
        }
        boolean sameMessage =
                event.message().hashCode() == messageHash && event.message().equals(message);
        return (event.state().equals(state) ? 0 : STATE)
                | (meant == meaning && event.status().equals(status) ? 0 : STATUS)
                | (sameMessage ? 0 : MESSAGE);
    }
}
