package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The latest update of each row, by its slot. In one array, because a reference written there costs the garbage collector
 * far less than one written into each of a hundred thousand rows.
 */
final class LatestUpdates {
    private @Nullable WorkEvent[] bySlot = new WorkEvent[64];

    @Nullable WorkEvent of(int slot) {
        return slot < bySlot.length ? bySlot[slot] : null;
    }

    void set(int slot, WorkEvent update) {
        if (slot >= bySlot.length) {
            bySlot = Arrays.copyOf(bySlot, Math.max(slot + 1, 2 * bySlot.length));
        }
        bySlot[slot] = update;
    }

    /** The row is gone; another one may get its slot. */
    void forget(int slot) {
        if (slot < bySlot.length) {
            bySlot[slot] = null;
        }
    }
}
