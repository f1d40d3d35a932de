package dev.signalbox.host.failure;

import dev.signalbox.host.ui.Texts;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The rows of the problem table, the newest first. */
final class ProblemTableModel extends AbstractTableModel {
    static final int DOING = 0;
    static final int WHY = 1;
    static final int SOURCE = 2;
    static final int COUNT = 3;
    static final int LAST = 4;
    private static final List<String> COLUMNS = List.of("doing", "why", "source", "count", "last");

    private List<ProblemGroup> rows = List.of();

    void show(List<ProblemGroup> groups) {
        rows = groups;
        fireTableDataChanged();
    }

    ProblemGroup at(int row) {
        return rows.get(row);
    }

    int rowOf(ProblemGroup.Key key) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).key().equals(key)) {
                return row;
            }
        }
        return -1;
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
        return Texts.of(ProblemTableModel.class).get("problem.column." + COLUMNS.get(column));
    }

    @Override
    public Object getValueAt(int row, int column) {
        ProblemGroup group = rows.get(row);
        return switch (column) {
            case DOING -> group.latest().doing();
            case WHY -> group.latest().cause();
            case SOURCE -> group.latest().source();
            case COUNT -> group.count();
            case LAST -> group.last();
            default -> throw new IllegalArgumentException("there is no column " + column);
        };
    }
}
