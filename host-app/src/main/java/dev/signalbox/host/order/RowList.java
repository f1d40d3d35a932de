package dev.signalbox.host.order;

import java.util.Arrays;

/**
 * Rows in an order, beside each its sort key, the label of its id and its slot: side by side in arrays, since looking each
 * row up would cost more than all the rest. Grows as needed and is used again and again.
 */
final class RowList {
    private static final int FIRST_CAPACITY = 64;
    private static final int SHORT = 12;

    int size;
    OrderRow[] rows = new OrderRow[FIRST_CAPACITY];
    int[] slots = new int[FIRST_CAPACITY];
    long[] high = new long[FIRST_CAPACITY];
    long[] middle = new long[FIRST_CAPACITY];
    long[] low = new long[FIRST_CAPACITY];
    long[] labels = new long[FIRST_CAPACITY];

    void clear() {
        size = 0;
    }

    /** Lets go of rows beyond the size. */
    void forgetRest() {
        int end = rows.length;
        while (end > size && rows[end - 1] == null) {
            end--;
        }
        Arrays.fill(rows, size, end, null);
    }

    void add(OrderRow row, SortKey key) {
        room(size + 1);
        set(size++, row, key);
    }

    void set(int place, OrderRow row, SortKey key) {
        rows[place] = row;
        slots[place] = row.slot();
        high[place] = key.high();
        middle[place] = key.middle();
        low[place] = key.low();
        labels[place] = row.label();
    }

    boolean hasKey(int place, SortKey key) {
        return high[place] == key.high()
                && middle[place] == key.middle()
                && low[place] == key.low()
                && !SortKey.isPartial(key.low());
    }

    /** Adds a block of another list. */
    void addAll(RowList from, int first, int end) {
        room(size + end - first);
        copy(from, first, size, end - first);
        size += end - first;
    }

    /**
     * Merges another sorted list into this one, which is sorted too, and writes down in {@code landed} where each row of
     * the other came to stand.
     */
    void merge(RowList other, RowOrder order, int[] landed) {
        room(size + other.size);
        int end = size;
        for (int i = other.size - 1; i >= 0; i--) {
            int to = placeBefore(end, other, i, order);
            copy(this, to, to + i + 1, end - to);
            copy(other, i, to + i, 1);
            landed[i] = to + i;
            end = to;
        }
        size += other.size;
    }

    /** Compares by the numbers, and by all there is where they do not tell. */
    int compare(int place, RowList other, int otherPlace, RowOrder order) {
        long a = high[place];
        long b = other.high[otherPlace];
        if (a != b) {
            return a < b ? -1 : 1;
        }
        a = middle[place];
        b = other.middle[otherPlace];
        if (a != b) {
            return a < b ? -1 : 1;
        }
        a = low[place];
        b = other.low[otherPlace];
        if (((a ^ b) >>> 1) != 0) {
            return a < b ? -1 : 1;
        }
        if (SortKey.isPartial(a | b)) {
            return order.compare(rows[place], other.rows[otherPlace]);
        }
        a = labels[place];
        b = other.labels[otherPlace];
        if (a != b) {
            return a < b ? -1 : 1;
        }
        return Long.compare(rows[place].arrival(), other.rows[otherPlace].arrival());
    }

    /** The first place whose row comes after another one; looks near the end first, since neighbours are close. */
    private int placeBefore(int end, RowList other, int otherPlace, RowOrder order) {
        int high = end;
        int step = 1;
        int low = end - 1;
        while (low >= 0 && compare(low, other, otherPlace, order) > 0) {
            high = low;
            low -= step;
            step <<= 1;
        }
        low = Math.max(low + 1, 0);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, other, otherPlace, order) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void copy(RowList from, int first, int to, int count) {
        if (count <= SHORT) {
            copyBackwards(from, first, to, count);
            return;
        }
        System.arraycopy(from.rows, first, rows, to, count);
        System.arraycopy(from.slots, first, slots, to, count);
        System.arraycopy(from.high, first, high, to, count);
        System.arraycopy(from.middle, first, middle, to, count);
        System.arraycopy(from.low, first, low, to, count);
        System.arraycopy(from.labels, first, labels, to, count);
    }

    private void copyBackwards(RowList from, int first, int to, int count) {
        for (int i = count - 1; i >= 0; i--) {
            rows[to + i] = from.rows[first + i];
            slots[to + i] = from.slots[first + i];
            high[to + i] = from.high[first + i];
            middle[to + i] = from.middle[first + i];
            low[to + i] = from.low[first + i];
            labels[to + i] = from.labels[first + i];
        }
    }

    private void room(int wanted) {
        if (wanted > rows.length) {
            int capacity = Math.max(wanted, rows.length + (rows.length >> 1));
            rows = Arrays.copyOf(rows, capacity);
            slots = Arrays.copyOf(slots, capacity);
            high = Arrays.copyOf(high, capacity);
            middle = Arrays.copyOf(middle, capacity);
            low = Arrays.copyOf(low, capacity);
            labels = Arrays.copyOf(labels, capacity);
        }
    }
}
