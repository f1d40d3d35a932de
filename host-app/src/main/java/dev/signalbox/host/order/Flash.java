package dev.signalbox.host.order;

import java.util.concurrent.TimeUnit;

/** Which cells of a row have just changed before the operator's eyes, and for how long they say so. */
final class Flash {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int STEPS = 2;

    private boolean lit;
    private int cells;
    private long since;

    /** Lights cells, a bit for each column; those lit before stay lit as long. */
    void light(int changed, long nowNanos) {
        cells = step(nowNanos) == 0 ? changed : cells | changed;
        lit = cells != 0;
        since = nowNanos;
    }

    void out() {
        lit = false;
    }

    boolean isLit() {
        return lit;
    }

    /** How bright: {@value #STEPS} at first, then less, 0 for not at all. */
    int step(long nowNanos) {
        return lit ? (int) Math.max(0, STEPS - (nowNanos - since) / STEP_NANOS) : 0;
    }

    boolean covers(OrderColumn column) {
        return (cells & column.bit()) != 0;
    }
}
