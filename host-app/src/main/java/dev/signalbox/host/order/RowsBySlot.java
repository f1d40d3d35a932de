package dev.signalbox.host.order;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the rows of a book, small enough for arrays, and finds them by their number. Lists of rows hold these numbers:
 * moving numbers about costs the garbage collector nothing.
 */
final class RowsBySlot {
    private @Nullable OrderRow[] rows = new OrderRow[64];
    private final Deque<Integer> free = new ArrayDeque<>();
    private int size;

    /** All numbers are below this. */
    int size() {
        return size;
    }

    /** A number that no row has. */
    int next() {
        Integer again = free.poll();
        return again == null ? size++ : again;
    }

    void add(OrderRow row) {
        if (row.slot() >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(row.slot() + 1, 2 * rows.length));
        }
        rows[row.slot()] = row;
    }

    /** The row has left the book, and everybody has heard of it. */
    void giveAway(OrderRow row) {
        rows[row.slot()] = null;
        free.add(row.slot());
    }

    /** A row known to be there. */
    OrderRow of(int slot) {
        OrderRow row = rows[slot];
        if (row == null) {
            throw new IllegalStateException("no row has the number " + slot);
        }
        return row;
    }
}
