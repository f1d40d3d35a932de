package dev.signalbox.host.order;

import java.util.List;

/** The rows shown, in their order. After a batch the rows it moved are taken out, sorted, and merged back in one pass. */
final class ShownRows {
    private static final int NOWHERE = -1;

    private final SortKey key = new SortKey();
    private final RowSort sort;
    private final RowBlocks rows;
    private RowList moved;

    private int sizeBefore;

    ShownRows(RowsBySlot slots) {
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
        return rows.hasLeft(row.slot());
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
        rows.keepOnly(filter::matches);
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
        rows.begin();
    }

    private void takeOut(int slot) {
        if (rows.has(slot)) {
            rows.takeOut(slot);
        }
    }

    private void merge(RowOrder order) {
        moved = sort.sort(moved, order);
        rows.merge(moved, order);
    }
}
