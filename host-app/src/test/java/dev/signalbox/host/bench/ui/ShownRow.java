package dev.signalbox.host.bench.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JTable;

/** A row as an operator reads it. */
record ShownRow(String order, String state, String message) {
    /** What the table shows, from top to bottom. On the EDT. */
    static List<ShownRow> of(JTable table) {
        int order = column(table, Columns.ORDER);
        int state = column(table, Columns.STATE);
        int message = column(table, Columns.MESSAGE);
        List<ShownRow> rows = new ArrayList<>(table.getRowCount());
        for (int row = 0; row < table.getRowCount(); row++) {
            rows.add(new ShownRow(
                    String.valueOf(table.getValueAt(row, order)),
                    String.valueOf(table.getValueAt(row, state)),
                    String.valueOf(table.getValueAt(row, message))));
        }
        return rows;
    }

    private static int column(JTable table, String header) {
        return IntStream.range(0, table.getColumnCount())
                .filter(i -> table.getColumnName(i).equals(header))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table has no column \"" + header + "\"."));
    }
}
