package dev.signalbox.host.order;

import java.util.Arrays;
import java.util.List;

/** The rows shown, in their order. After a batch the rows it moved are taken out, sorted, and merged back in one pass. */
final class ShownRows {
    private static final int NOWHERE = -1;

    private final RowsBySlot slots;
    private final SortKey key = new SortKey();
    private final RowSort sort;
    private final RowBlocks rows;
    private RowList moved;

    /** Of the last change: a bit for the slot of each row that left its place. */
    private long[] left = {};

    private int sizeBefore;
    private int firstDifferent;
    private int endDifferent;

    ShownRows(RowsBySlot slots) {
        this.slots = slots;
        this.sort = new RowSort(slots);
        this.rows = new RowBlocks(slots);
        this.moved = new RowList(slots);
    }

    int size() {
        return rows.size();
    }

    OrderRow row(int place) {
        return rows.row(place);
    }

    /** Where a row is shown; -1 when it is not. */
    int place(OrderRow row) {
        return row.isGone() ? NOWHERE : rows.place(row.slot());
    }

    /** How many were shown before the last change. */
    int sizeBefore() {
        return sizeBefore;
    }

    /** Whether a row left its place by its own change, and was not pushed by others. */
    boolean hasLeft(OrderRow row) {
        int word = row.slot() >> 6;
        return word < left.length && (left[word] & 1L << row.slot()) != 0;
    }

    /** From here on to {@link #endDifferent} other rows may be shown than before. */
    int firstDifferent() {
        return firstDifferent;
    }

    int endDifferent() {
        return endDifferent;
    }

    /** Begins anew with all rows of the book. */
    void showAll(List<OrderRow> all, RememberedFilter filter, RowOrder order) {
        begin();
        for (int i = 0; i < all.size(); i++) {
            OrderRow row = all.get(i);
            if (filter.matches(row)) {
                key.take(row, order);
                moved.add(row, key);
            }
        }
        rows.clear();
        moved = sort.sort(moved, order);
        rows.merge(moved, order);
        firstDifferent = 0;
        endDifferent = Math.max(rows.size(), sizeBefore);
    }

    /** Leaves out what a stricter filter leaves out; the rest stands in its order already. */
    void keepMatching(RememberedFilter filter, RowOrder order) {
        begin();
        for (RowBlock block : rows.blocks()) {
            for (int i = block.rows.size - 1; i >= 0; i--) {
                if (!filter.matches(block.rows.row(i))) {
                    takeOut(block, i);
                }
            }
        }
        merge(order);
    }

    /** Takes a batch in; false when no row has moved, come or gone. */
    boolean take(BookChange change, RememberedFilter filter, RowOrder order) {
        begin();
        for (OrderRow row : change.removed()) {
            takeOut(row.slot());
        }
        for (OrderRow row : change.changed()) {
            int slot = row.slot();
            if (!filter.matches(row)) {
                takeOut(slot);
                continue;
            }
            key.take(row, order);
            if (!rows.has(slot)) {
                moved.add(row, key);
                continue;
            }
            RowBlock block = rows.block(slot);
            int index = block.rows.indexOf(slot);
            if (change.relabelled() || !block.rows.hasKey(index, key)) {
                takeOut(block, index);
                moved.add(row, key);
            }
        }
        for (OrderRow row : change.inserted()) {
            filter.forget(row);
            if (filter.matches(row)) {
                key.take(row, order);
                moved.add(row, key);
            }
        }
        if (change.relabelled()) {
            writeLabels(order);
        }
        if (firstDifferent < endDifferent || moved.size > 0) {
            merge(order);
        }
        return firstDifferent < endDifferent;
    }

    private void begin() {
        moved.clear();
        sizeBefore = rows.size();
        firstDifferent = Integer.MAX_VALUE;
        endDifferent = 0;
        int words = (slots.size() >> 6) + 1;
        if (left.length < words) {
            left = new long[words + (words >> 1)];
        } else {
            Arrays.fill(left, 0, words, 0);
        }
    }

    private void takeOut(int slot) {
        if (rows.has(slot)) {
            RowBlock block = rows.block(slot);
            takeOut(block, block.rows.indexOf(slot));
        }
    }

    private void takeOut(RowBlock block, int index) {
        int slot = block.rows.slots[index];
        left[slot >> 6] |= 1L << slot;
        // Where it stood is known exactly when it is the first one of its block, else within a few rows.
        differs(block.start + index, block.start + index + block.takenOut);
        rows.takeOut(block, index);
    }

    /** The order among them stays. */
    private void writeLabels(RowOrder order) {
        for (RowBlock block : rows.blocks()) {
            for (int i = 0; i < block.rows.size; i++) {
                OrderRow row = block.rows.row(i);
                key.take(row, order);
                block.rows.set(i, row, key);
            }
        }
    }

    private void merge(RowOrder order) {
        moved = sort.sort(moved, order);
        rows.merge(moved, order);
        if (moved.size > 0) {
            differs(rows.place(moved.slots[0]), rows.place(moved.slots[moved.size - 1]));
        }
        if (rows.size() != sizeBefore) {
            endDifferent = Math.max(rows.size(), sizeBefore);
        }
    }

    private void differs(int first, int last) {
        firstDifferent = Math.min(firstDifferent, first);
        endDifferent = Math.max(endDifferent, last + 1);
    }
}
