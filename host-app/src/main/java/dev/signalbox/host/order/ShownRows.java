package dev.signalbox.host.order;

import java.util.Arrays;
import java.util.List;

/**
 * The rows shown, in their order, and the ones shown before. After a batch the rows it moved are taken out, sorted, and
 * merged back in one pass.
 */
final class ShownRows {
    private static final int HIDDEN = -1;

    private final SortKey key = new SortKey();
    private final RowSort sort = new RowSort();
    private RowList now = new RowList();
    private RowList before = new RowList();
    private RowList moved = new RowList();
    private int[] landed = {};

    /** For each slot where its row is shown, or {@link #HIDDEN}. */
    private int[] places = {};

    /** Places of {@link #now} whose rows are taken out: a bit each. */
    private long[] out = {};

    private boolean anyOut;
    private int firstDifferent;
    private int endDifferent;

    int size() {
        return now.size;
    }

    OrderRow row(int place) {
        return now.rows[place];
    }

    /** Where a row is shown; -1 when it is not. */
    int place(OrderRow row) {
        return row.isGone() || row.slot() >= places.length ? HIDDEN : places[row.slot()];
    }

    int sizeBefore() {
        return before.size;
    }

    OrderRow rowBefore(int place) {
        return before.rows[place];
    }

    /** Whether the row that was at a place has left it by its own change, and was not pushed by others. */
    boolean hasLeft(int placeBefore) {
        int word = placeBefore >> 6;
        return word < out.length && (out[word] & 1L << placeBefore) != 0;
    }

    /** From here on to {@link #endDifferent} other rows are shown than before. */
    int firstDifferent() {
        return firstDifferent;
    }

    int endDifferent() {
        return endDifferent;
    }

    /** Begins anew with all rows of the book. */
    void showAll(List<OrderRow> rows, int slots, OrderFilter filter, RowOrder order) {
        moved.clear();
        for (int i = 0; i < rows.size(); i++) {
            OrderRow row = rows.get(i);
            if (filter.matches(row)) {
                key.take(row, order);
                moved.add(row, key);
            }
        }
        RowList sorted = sort.sort(moved, order);
        moved = before;
        before = now;
        now = sorted;
        if (places.length < slots) {
            places = new int[slots + (slots >> 1)];
        }
        Arrays.fill(places, HIDDEN);
        Arrays.fill(out, 0);
        firstDifferent = 0;
        endDifferent = Math.max(now.size, before.size);
        writePlaces();
    }

    /** Leaves out what a stricter filter leaves out; the rest stands in its order already. */
    void keepMatching(int slots, OrderFilter filter, RowOrder order) {
        begin(slots);
        for (int place = 0; place < now.size; place++) {
            if (!filter.matches(now.rows[place])) {
                takeOut(place);
            }
        }
        merge(false, order);
    }

    /** Takes a batch in; false when no row has moved, come or gone. */
    boolean take(BookChange change, int slots, OrderFilter filter, RowOrder order) {
        begin(slots);
        for (OrderRow row : change.removed()) {
            takeOut(places[row.slot()]);
        }
        for (OrderRow row : change.changed()) {
            int place = places[row.slot()];
            if (!filter.matches(row)) {
                takeOut(place);
                continue;
            }
            key.take(row, order);
            if (place == HIDDEN || change.relabelled() || !now.hasKey(place, key)) {
                takeOut(place);
                moved.add(row, key);
            }
        }
        for (OrderRow row : change.inserted()) {
            if (filter.matches(row)) {
                key.take(row, order);
                moved.add(row, key);
            }
        }
        if (!anyOut && moved.size == 0 && !change.relabelled()) {
            return false;
        }
        merge(change.relabelled(), order);
        return firstDifferent < endDifferent;
    }

    private void begin(int slots) {
        moved.clear();
        moved.forgetRest();
        anyOut = false;
        if (places.length < slots) {
            int known = places.length;
            places = Arrays.copyOf(places, slots + (slots >> 1));
            Arrays.fill(places, known, places.length, HIDDEN);
        }
        int words = (now.size >> 6) + 1;
        if (out.length < words) {
            out = new long[words + (words >> 1)];
        } else {
            Arrays.fill(out, 0, words, 0);
        }
    }

    private void takeOut(int place) {
        if (place != HIDDEN) {
            out[place >> 6] |= 1L << place;
            places[now.slots[place]] = HIDDEN;
            anyOut = true;
        }
    }

    private void merge(boolean relabelled, RowOrder order) {
        RowList after = before;
        after.clear();
        int from = 0;
        for (int word = 0; word <= now.size >> 6; word++) {
            for (long bits = out[word]; bits != 0; bits &= bits - 1) {
                int place = (word << 6) + Long.numberOfTrailingZeros(bits);
                after.addAll(now, from, place);
                from = place + 1;
            }
        }
        after.addAll(now, from, now.size);
        if (relabelled) {
            for (int i = 0; i < after.size; i++) {
                key.take(after.rows[i], order);
                after.set(i, after.rows[i], key);
            }
        }
        moved = sort.sort(moved, order);
        if (landed.length < moved.size) {
            landed = new int[moved.size + (moved.size >> 1)];
        }
        after.merge(moved, order, landed);
        before = now;
        now = after;
        now.forgetRest();
        writeDown();
    }

    private void writeDown() {
        int most = Math.max(now.size, before.size);
        int first = 0;
        int least = Math.min(now.size, before.size);
        while (first < least && now.rows[first] == before.rows[first]) {
            first++;
        }
        int end = most;
        if (now.size == before.size) {
            while (end > first && now.rows[end - 1] == before.rows[end - 1]) {
                end--;
            }
        }
        firstDifferent = first;
        endDifferent = end;
        writePlaces();
        // Rows that came back to their own place had been written off.
        for (int i = 0; i < moved.size; i++) {
            places[moved.slots[i]] = landed[i];
        }
    }

    private void writePlaces() {
        int to = Math.min(endDifferent, now.size);
        for (int i = firstDifferent; i < to; i++) {
            places[now.slots[i]] = i;
        }
    }
}
