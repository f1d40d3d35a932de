package dev.signalbox.host.diagnostics;

import dev.signalbox.host.bus.SubscriptionStatistics;
import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The subscriptions as rows. */
final class SubscriptionTableModel extends AbstractTableModel {
    static final int LABEL = 0;
    static final int SUBSCRIBER = 1;
    static final int TYPE = 2;
    static final int THREAD = 3;
    static final int RATE = 4;
    static final int DELIVERED = 5;
    static final int MERGED = 6;
    static final int WAITING = 7;
    static final int LAG = 8;
    static final int SLOWEST = 9;
    static final int FAILURES = 10;
    static final int STATE = 11;
    private static final List<String> COLUMNS = List.of(
            "label",
            "subscriber",
            "type",
            "thread",
            "rate",
            "delivered",
            "merged",
            "waiting",
            "lag",
            "slowest",
            "failures",
            "state");

    private List<SubscriptionLine> rows = List.of();

    /** The same subscriptions are told as an update, which lets selection and sort order be. */
    void show(List<SubscriptionLine> lines) {
        boolean same = keys(lines).equals(keys(rows));
        rows = lines;
        if (!same) {
            fireTableDataChanged();
        } else if (!rows.isEmpty()) {
            fireTableRowsUpdated(0, rows.size() - 1);
        }
    }

    SubscriptionLine at(int row) {
        return rows.get(row);
    }

    int rowOf(SubscriptionLine.Key key) {
        return keys(rows).indexOf(key);
    }

    private static List<SubscriptionLine.Key> keys(List<SubscriptionLine> lines) {
        return lines.stream().map(SubscriptionLine::key).toList();
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return Texts.of(SubscriptionTableModel.class).get("column." + COLUMNS.get(column));
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return switch (column) {
            case LABEL, SUBSCRIBER, TYPE, THREAD, STATE -> String.class;
            case LAG, SLOWEST -> Duration.class;
            default -> Long.class;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        SubscriptionLine line = rows.get(row);
        SubscriptionStatistics now = line.now();
        return switch (column) {
            case LABEL -> now.label();
            case SUBSCRIBER -> now.subscriber();
            case TYPE -> now.eventType();
            case THREAD -> DiagnosticsReport.thread(now.delivery());
            case RATE -> line.perSecond();
            case DELIVERED -> now.delivered();
            case MERGED -> now.merged();
            case WAITING -> (long) now.waiting();
            case LAG -> now.lag();
            case SLOWEST -> now.slowestCallback();
            case FAILURES -> now.failures();
            case STATE -> DiagnosticsReport.paused(now);
            default -> throw new IllegalArgumentException("there is no column " + column);
        };
    }
}
