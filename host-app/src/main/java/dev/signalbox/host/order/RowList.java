package dev.signalbox.host.order;

import java.util.Arrays;

/**
 * Rows in an order, by their slots, beside each its sort key and the label of its id: side by side in arrays, since looking
 * each row up would cost more than all the rest. Grows as needed and is used again and again.
 */
final class RowList {
    private static final int FIRST_CAPACITY = 64;
    private static final int WIDTH = 4;

    private final RowsBySlot rows;

    int size;
    int[] slots;

    /** Of each place high, middle and low part of its key, and the label: together, as they are looked at together. */
    private long[] keys;

    RowList(RowsBySlot rows) {
        this(rows, FIRST_CAPACITY);
    }

    RowList(RowsBySlot rows, int capacity) {
        this.rows = rows;
        this.slots = new int[capacity];
        this.keys = new long[capacity * WIDTH];
    }

    OrderRow row(int place) {
        return rows.of(slots[place]);
    }

    void clear() {
        size = 0;
    }

    /** Forgets the rows from a place on, and what it has grown beyond a capacity. */
    void cutTo(int place, int capacity) {
        size = place;
        if (slots.length > capacity) {
            resize(capacity);
        }
    }

    void add(OrderRow row, SortKey key) {
        room(size + 1);
        set(size++, row, key);
    }

    void set(int place, OrderRow row, SortKey key) {
        int at = place * WIDTH;
        slots[place] = row.slot();
        keys[at] = key.high();
        keys[at + 1] = key.middle();
        keys[at + 2] = key.low();
        keys[at + 3] = row.label();
    }

    /** Moves a row with its key to another place. */
    void set(int place, int from) {
        copy(this, from, place, 1);
    }

    /** Where a slot known to be here stands. */
    int indexOf(int slot) {
        int place = 0;
        while (slots[place] != slot) {
            place++;
        }
        return place;
    }

    /** Adds a part of another list. */
    void addAll(RowList from, int first, int end) {
        room(size + end - first);
        copy(from, first, size, end - first);
        size += end - first;
    }

    /**
     * Merges a part of another sorted list into this one, which is sorted too, and writes down in {@code landed} where each
     * of its rows came to stand.
     */
    void merge(RowList other, int from, int end, RowOrder order, int[] landed) {
        room(size + end - from);
        int rest = size;
        for (int i = end - 1; i >= from; i--) {
            int to = placeBefore(rest, other, i, order);
            copy(this, to, to + i - from + 1, rest - to);
            copy(other, i, to + i - from, 1);
            landed[i] = to + i - from;
            rest = to;
        }
        size += end - from;
    }

    /** Compares by the numbers, and by all there is where they do not tell. */
    int compare(int place, RowList other, int otherPlace, RowOrder order) {
        int at = place * WIDTH;
        int otherAt = otherPlace * WIDTH;
        long a = keys[at];
        long b = other.keys[otherAt];
        if (a != b) {
            return a < b ? -1 : 1;
        }
        a = keys[at + 1];
        b = other.keys[otherAt + 1];
        if (a != b) {
            return a < b ? -1 : 1;
        }
        a = keys[at + 2];
        b = other.keys[otherAt + 2];
        if (((a ^ b) >>> 1) != 0) {
            return a < b ? -1 : 1;
        }
        if (SortKey.isPartial(a | b)) {
            return order.compare(row(place), other.row(otherPlace));
        }
        a = keys[at + 3];
        b = other.keys[otherAt + 3];
        if (a != b) {
            return a < b ? -1 : 1;
        }
        return Long.compare(row(place).arrival(), other.row(otherPlace).arrival());
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
        if (count == 1) {
            slots[to] = from.slots[first];
            for (int i = 0; i < WIDTH; i++) {
                keys[to * WIDTH + i] = from.keys[first * WIDTH + i];
            }
            return;
        }
        System.arraycopy(from.slots, first, slots, to, count);
        System.arraycopy(from.keys, first * WIDTH, keys, to * WIDTH, count * WIDTH);
    }

    private void room(int wanted) {
        if (wanted > slots.length) {
            resize(Math.max(wanted, slots.length + (slots.length >> 1)));
        }
    }

    private void resize(int capacity) {
        slots = Arrays.copyOf(slots, capacity);
        keys = Arrays.copyOf(keys, capacity * WIDTH);
    }
}
