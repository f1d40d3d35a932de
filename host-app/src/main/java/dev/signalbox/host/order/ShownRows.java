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
        return rows.firstDifferent();
    }

    int endDifferent() {
        return rows.endDifferent();
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
        merge(order);
    }

    /** Leaves out what a stricter filter leaves out; the rest stands in its order already. */
    void keepMatching(RememberedFilter filter, RowOrder order) {
        begin();
        rows.keepOnly(filter::matches, this::leaves);
        merge(order);
    }

    /** Takes a batch in; false when no row has moved, come or gone. */
    boolean take(BookChange change, RememberedFilter filter, RowOrder order) {
        begin();
        for (OrderRow row : change.removed()) {
            takeOut(row.slot());
        }
        int moving = order.moving();
        for (OrderRow row : change.changed()) {
            boolean matches = filter.matches(row);
            boolean stays = moving != RowOrder.ALWAYS && (row.changedCells() & moving) == 0;
            if (matches && stays && rows.has(row.slot())) {
                continue;
            }
            takeOut(row.slot());
            if (matches) {
                key.take(row, order);
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
            rows.rewrite(key, order);
        }
        if (moved.size == 0 && rows.size() == sizeBefore) {
            return false;
        }
        merge(order);
        return true;
    }

    private void begin() {
        moved.clear();
        sizeBefore = rows.size();
        int words = (slots.size() >> 6) + 1;
        if (left.length < words) {
            left = new long[words + (words >> 1)];
        } else {
            Arrays.fill(left, 0, words, 0);
        }
    }

    private void takeOut(int slot) {
        if (rows.has(slot)) {
            rows.takeOut(slot);
            leaves(slot);
        }
    }

    private void leaves(int slot) {
        left[slot >> 6] |= 1L << slot;
    }

    private void merge(RowOrder order) {
        moved = sort.sort(moved, order);
        rows.merge(moved, order);
    }
}
