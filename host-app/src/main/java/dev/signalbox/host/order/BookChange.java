package dev.signalbox.host.order;

import java.util.List;

/**
 * What one batch did to the book. A row is in one of the lists at most once; a row that came and went within the batch is
 * in none. The lists are the book's own and hold until its next batch.
 *
 * @param inserted new rows, which stand at the end of the book
 * @param changed rows that were there before and got an update
 * @param removed rows that are gone
 * @param firstRemoved where the removed rows stood when they were neighbours, otherwise -1
 * @param relabelled whether rows that were there before have got new labels
 * @param batch the number of the batch
 * @param firstNew the index from which on rows are new
 */
record BookChange(
        List<OrderRow> inserted,
        List<OrderRow> changed,
        List<OrderRow> removed,
        int firstRemoved,
        boolean relabelled,
        int batch,
        int firstNew) {
    static final BookChange NOTHING = new BookChange(List.of(), List.of(), List.of(), -1, false, -1, 0);

    boolean isEmpty() {
        return inserted.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** Whether removing one run of neighbours is all there was to it. */
    boolean onlyRemovesNeighbours() {
        return firstRemoved >= 0 && inserted.isEmpty() && changed.isEmpty();
    }

    /** Whether a row of the book is new or got an update. */
    boolean concerns(OrderRow row) {
        return row.batch() == batch;
    }

    boolean isNew(OrderRow row) {
        return row.index() >= firstNew;
    }
}
