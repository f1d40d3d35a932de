package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.util.Arrays;

/** The newest update of each order that changed: an older one is replaced, so it never outgrows the orders. */
final class ChangedOrders {
    private final OrderEvent[] newest;
    private final int[] changed;
    private int count;

    ChangedOrders(int orders) {
        this.newest = new OrderEvent[orders];
        this.changed = new int[orders];
    }

    void put(int order, OrderEvent event) {
        if (newest[order] == null) {
            changed[count++] = order;
        }
        newest[order] = event;
    }

    int count() {
        return count;
    }

    /** The number of an order that changed. */
    int order(int i) {
        return changed[i];
    }

    OrderEvent event(int i) {
        return newest[changed[i]];
    }

    void clear() {
        if (count * 4 > newest.length) {
            Arrays.fill(newest, null);
        } else {
            for (int i = 0; i < count; i++) {
                newest[changed[i]] = null;
            }
        }
        count = 0;
    }
}
