package dev.signalbox.host.bench.road;

import java.util.Arrays;
import javax.swing.RepaintManager;

/**
 * Looks at a sample of the orders whenever the window has been painted, and whenever there was nothing to paint: an order
 * that says something newer then has got it on screen, or would have were its row in sight. Belongs to the EDT.
 */
final class PaintedOrders {
    private static final int SAMPLE = 1_000;

    private final ShownOrders orders;
    private final long aheadNanos;
    private final int column;
    private final int[] rows;
    private final String[] last;
    private Delays[] thirds = none();
    private boolean counting;
    private long begin;
    private long lengthNanos = 1;

    PaintedOrders(ShownOrders orders, SharedClock clock) {
        this.orders = orders;
        this.aheadNanos = clock.aheadNanos();
        this.column = orders.stampColumn();
        int all = orders.table().getModel().getRowCount();
        this.rows = new int[Math.min(SAMPLE, all)];
        this.last = new String[rows.length];
        Arrays.fill(last, "");
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) ((long) i * all / rows.length);
        }
    }

    void begin(long nanos) {
        look();
        thirds = none();
        begin = System.nanoTime();
        lengthNanos = nanos;
        counting = true;
    }

    /** The times of the first, the second and the last third. */
    Delays[] end() {
        counting = false;
        return thirds.clone();
    }

    /** Looks unless something waits to be painted, after which it will look anyway. */
    void lookWhenClean() {
        if (RepaintManager.currentManager(orders.table())
                .getDirtyRegion(orders.table())
                .isEmpty()) {
            look();
        }
    }

    void look() {
        long now = System.nanoTime();
        Delays delays = thirds[(int) Math.max(0, Math.min(2, (now - begin) * 3 / lengthNanos))];
        for (int i = 0; i < rows.length; i++) {
            String text = orders.text(rows[i], column);
            if (!text.equals(last[i])) {
                last[i] = text;
                if (counting) {
                    delays.add(now - (Stamp.of(text).nanos() - aheadNanos));
                }
            }
        }
    }

    private static Delays[] none() {
        return new Delays[] {new Delays(), new Delays(), new Delays()};
    }
}
