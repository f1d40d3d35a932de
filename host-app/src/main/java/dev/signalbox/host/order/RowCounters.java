package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import org.jspecify.annotations.Nullable;

/** Counts the rows of each kind as they change. */
final class RowCounters {
    static final int MOVING = 1;
    static final int SETTLED = 1 << 1;
    static final int FAILED = 1 << 2;
    static final int QUIET = 1 << 3;

    private int total;
    private int moving;
    private int settled;
    private int failed;
    private int quiet;
    private @Nullable OrderCounts counts;

    /** What a row counts as once it shows an event. */
    static int kind(WorkEvent event) {
        boolean ended = event.settled() || event.failed();
        return (ended ? 0 : MOVING) | (event.settled() ? SETTLED : 0) | (event.failed() ? FAILED : 0);
    }

    void add(OrderRow row) {
        total++;
        count(row.kind(), 1);
    }

    void remove(OrderRow row) {
        total--;
        count(row.kind(), -1);
    }

    void change(int before, OrderRow row) {
        int after = row.kind();
        if (after != before) {
            count(before, -1);
            count(after, 1);
        }
    }

    OrderCounts counts() {
        OrderCounts now = counts;
        if (now == null) {
            now = new OrderCounts(total, moving, settled, failed, quiet);
            counts = now;
        }
        return now;
    }

    private void count(int kind, int by) {
        moving += (kind & MOVING) == 0 ? 0 : by;
        settled += (kind & SETTLED) == 0 ? 0 : by;
        failed += (kind & FAILED) == 0 ? 0 : by;
        quiet += (kind & QUIET) == 0 ? 0 : by;
        counts = null;
    }
}
