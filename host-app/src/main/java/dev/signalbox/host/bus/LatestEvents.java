package dev.signalbox.host.bus;

import dev.signalbox.api.WorkEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The latest event of each row, side by side: a reference written into one array of all rows costs the garbage collector
 * far less than one written into each of a hundred thousand objects.
 */
final class LatestEvents {
    private static final int FIRST_CAPACITY = 64;

    private @Nullable WorkEvent[] events = new WorkEvent[FIRST_CAPACITY];
    private int[] free = new int[FIRST_CAPACITY];
    private int freeCount;
    private int used;

    /** Makes room for a row and returns its slot. */
    int add() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (used == events.length) {
            events = Arrays.copyOf(events, 2 * used);
        }
        return used++;
    }

    void set(int slot, WorkEvent event) {
        events[slot] = event;
    }

    WorkEvent get(int slot) {
        WorkEvent event = events[slot];
        if (event == null) {
            throw new IllegalStateException("there is no row in slot " + slot);
        }
        return event;
    }

    /** The row is gone; another one may get its slot. */
    void remove(int slot) {
        events[slot] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = slot;
    }
}
