package dev.signalbox.host.order;

import java.util.List;

/**
 * Keeps all rows in the natural order of their ids and gives each a number that says where its id stands. Between two
 * numbers there is room for rows to come; when it is used up, all rows get new ones.
 */
final class IdLabels {
    private static final long SPACE = 1L << 40;

    private final SortKey key = new SortKey();
    private final RowSort sort;
    private RowList all;
    private RowList spare;
    private RowList fresh;
    private int[] landed = {};

    IdLabels(RowsBySlot slots) {
        this.sort = new RowSort(slots);
        this.all = new RowList(slots);
        this.spare = new RowList(slots);
        this.fresh = new RowList(slots);
    }

    /** Takes rows in; true when rows that were there before have got new numbers. */
    boolean add(List<OrderRow> inserted) {
        if (inserted.isEmpty()) {
            return false;
        }
        fresh.clear();
        for (OrderRow row : inserted) {
            key.id(row.id());
            fresh.add(row, key);
        }
        fresh = sort.sort(fresh, RowOrder.FIRST);
        if (landed.length < fresh.size) {
            landed = new int[fresh.size];
        }
        int before = all.size;
        all.merge(fresh, 0, fresh.size, RowOrder.FIRST, landed);
        for (int first = 0; first < fresh.size; ) {
            int last = first;
            while (last + 1 < fresh.size && landed[last + 1] == landed[last] + 1) {
                last++;
            }
            if (!label(landed[first], landed[last])) {
                labelAll();
                return before > 0;
            }
            first = last + 1;
        }
        return false;
    }

    /** Lets go of rows that have left the book. */
    void forgetGone() {
        spare.clear();
        int from = 0;
        for (int i = 0; i <= all.size; i++) {
            if (i == all.size || all.row(i).isGone()) {
                spare.addAll(all, from, i);
                from = i + 1;
            }
        }
        RowList kept = spare;
        spare = all;
        all = kept;
        spare.clear();
    }

    /** Spreads a run of new rows evenly over the room it has; false when there is not enough. */
    private boolean label(int first, int last) {
        boolean open = last + 1 == all.size;
        long from = first == 0 ? 0 : all.row(first - 1).label();
        long step;
        if (open) {
            step = SPACE;
            if (from > Long.MAX_VALUE - (last - first + 2) * SPACE) {
                return false;
            }
        } else {
            step = (all.row(last + 1).label() - from) / (last - first + 2);
            if (step == 0) {
                return false;
            }
        }
        for (int i = first; i <= last; i++) {
            if (!repeats(i)) {
                from += step;
            }
            all.row(i).label(from);
        }
        return true;
    }

    private void labelAll() {
        long label = 0;
        for (int i = 0; i < all.size; i++) {
            if (!repeats(i)) {
                label += SPACE;
            }
            all.row(i).label(label);
        }
    }

    private boolean repeats(int place) {
        return place > 0 && sameId(place - 1, place);
    }

    private boolean sameId(int a, int b) {
        return all.row(a).id().equals(all.row(b).id());
    }
}
