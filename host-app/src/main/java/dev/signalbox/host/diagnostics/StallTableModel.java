package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Texts;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The stalls as rows, the newest first. */
final class StallTableModel extends AbstractTableModel {
    static final int WHEN = 0;
    static final int HELD = 1;
    static final int WHO = 2;
    private static final List<String> COLUMNS = List.of("when", "held", "who");

    private List<Stall> rows = List.of();

    void show(List<Stall> newestFirst) {
        rows = newestFirst;
        fireTableDataChanged();
    }

    List<Stall> rows() {
        return rows;
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
        return Texts.of(StallTableModel.class).get("column." + COLUMNS.get(column));
    }

    @Override
    public Object getValueAt(int row, int column) {
        Stall stall = rows.get(row);
        return switch (column) {
            case WHEN -> StallWords.when(stall.began());
            case HELD -> StallWords.seconds(stall.held());
            case WHO -> StallWords.who(stall.culprit());
            default -> throw new IllegalArgumentException("there is no column " + column);
        };
    }
}
