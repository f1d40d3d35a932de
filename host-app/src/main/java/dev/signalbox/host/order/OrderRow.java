package dev.signalbox.host.order;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WorkEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row: what is known of one order. Changed by its {@link OrderBook} only, on the EDT. */
final class OrderRow {
    private static final int STATE = OrderColumn.STATE.bit();
    private static final int STATUS = OrderColumn.STATUS.bit();
    private static final int MESSAGE = OrderColumn.MESSAGE.bit();

    private final RowKey key;
    private final String id;

    private final int slot;
    private final long arrival;

    private int index;
    private long label;
    private final LatestUpdates updates;

    /** The last one it had in the book. */
    private @Nullable WorkEvent lastWord;

    // What the latest update says, in numbers: a reference written into an old object costs the garbage collector's
    // attention, and among many rows the way to the update and on to its texts is slow.
    private Meaning meaning = Meaning.QUIET;
    private int kind = RowCounters.QUIET;
    private int stateHash;
    private int statusHash;
    private int messageHash;
    private int timeHash;
    private long updatedSecond = Instant.MIN.getEpochSecond();
    private int updatedNano = Instant.MIN.getNano();
    private long sinceSecond = Instant.MAX.getEpochSecond();
    private int sinceNano = Instant.MAX.getNano();

    /** Which batch touched it last, and which of its cells say something else since. */
    private int batch;

    private int changedCells;

    private @Nullable Flash flash;

    OrderRow(RowKey key, int index, int slot, long arrival, LatestUpdates updates) {
        this.key = key;
        this.id = key.key();
        this.index = index;
        this.slot = slot;
        this.arrival = arrival;
        this.updates = updates;
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
        return id;
    }

    String state() {
        WorkEvent its = current();
        return its == null ? "" : its.state();
    }

    String status() {
        WorkEvent its = current();
        return its == null ? "" : its.status();
    }

    String message() {
        WorkEvent its = current();
        return its == null ? "" : its.message();
    }

    /** When it last changed, which a repeat does not; long ago for a row without an update. */
    Instant updated() {
        return Instant.ofEpochSecond(updatedSecond, updatedNano);
    }

    /** When its state last became another; beyond all time for a row without an update. */
    Instant stateSince() {
        return Instant.ofEpochSecond(sinceSecond, sinceNano);
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
        return Optional.ofNullable(current());
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
        lastWord = current();
        index = -1;
    }

    private @Nullable WorkEvent current() {
        return isGone() ? lastWord : updates.of(slot);
    }

    /** The batch that touched it last. */
    int batch() {
        return batch;
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
        return event.at().hashCode() == timeHash && event.equals(current());
    }

    /**
     * Replaces what was known; a repeat of the last step leaves the time of the change alone. An order that
     * a snapshot names without saying anything of it has not moved yet.
     */
    void take(WorkEvent event) {
        WorkEvent before = current();
        if (before == null && RowChange.saysNothing(event)) {
            return;
        }
        Meaning meant = Meaning.of(event);
        int changed = before == null ? STATE | STATUS | MESSAGE : changes(before, event, meant);
        boolean progressed = before != null
                && !(event instanceof OrderEvent)
                && !before.progress().equals(event.progress());
        Instant at = event.at();
        if ((changed & STATE) != 0) {
            sinceSecond = at.getEpochSecond();
            sinceNano = at.getNano();
        }
        if (changed != 0 || progressed) {
            updatedSecond = at.getEpochSecond();
            updatedNano = at.getNano();
        }
        changedCells |= changed;
        remember(event, meant);
    }

    private void remember(WorkEvent event, Meaning meant) {
        updates.set(slot, event);
        if (meaning != meant) {
            meaning = meant;
        }
        kind = RowCounters.kind(event);
        stateHash = event.state().hashCode();
        statusHash = event.status().hashCode();
        messageHash = event.message().hashCode();
        timeHash = event.at().hashCode();
    }

    /** Most texts that differ are told by their hashes, without a look at the update before. */
    private int changes(WorkEvent before, WorkEvent event, Meaning meant) {
        boolean sameState =
                event.state().hashCode() == stateHash && event.state().equals(before.state());
        boolean sameStatus = meant == meaning
                && event.status().hashCode() == statusHash
                && event.status().equals(before.status());
        boolean sameMessage =
                event.message().hashCode() == messageHash && event.message().equals(before.message());
        return (sameState ? 0 : STATE) | (sameStatus ? 0 : STATUS) | (sameMessage ? 0 : MESSAGE);
    }
}
