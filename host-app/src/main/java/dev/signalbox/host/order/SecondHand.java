package dev.signalbox.host.order;

import java.awt.event.HierarchyEvent;
import java.time.Instant;
import java.util.List;
import javax.swing.Timer;

/**
 * The moment that relative times of a table refer to: one for all rows, a new one each second while the table shows. Only
 * cells in sight whose words change are painted anew.
 */
final class SecondHand {
    private static final int SECOND_MILLIS = 1000;
    private static final List<OrderColumn> TIMES =
            OrderColumn.ALL.stream().filter(OrderColumn::isTime).toList();

    private final OrderTable table;
    private final RowWords words;
    private final Timer timer = new Timer(SECOND_MILLIS, second -> tick());
    private Instant now;

    SecondHand(OrderTable table, RowWords words) {
        this.table = table;
        this.words = words;
        this.now = words.now();
    }

    Instant now() {
        return now;
    }

    /** Goes with the table: a table nobody sees needs no time. */
    void heed(HierarchyEvent event) {
        if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
            if (table.isShowing()) {
                tick();
                timer.start();
            } else {
                timer.stop();
            }
        }
    }

    boolean isRunning() {
        return timer.isRunning();
    }

    void tick() {
        Instant before = now;
        now = words.now();
        for (OrderColumn column : TIMES) {
            int place = table.convertColumnIndexToView(column.index());
            for (int row = table.firstInSight(); place >= 0 && row <= table.lastInSight(); row++) {
                if (words.change(table.shownRow(row), column, before, now)) {
                    table.repaint(table.getCellRect(row, place, true));
                }
            }
        }
    }
}
