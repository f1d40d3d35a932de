package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The history of one row, newest first. */
final class HistoryTableModel extends AbstractTableModel {
    private static final List<String> COLUMNS = List.of("time", "state", "status", "message");
    static final int STATUS = 2;
    static final int MESSAGE = 3;

    private final transient Texts texts;
    private final transient RowWords words;
    private transient List<RowChange> changes = List.of();

    HistoryTableModel(Texts texts, RowWords words) {
        this.texts = texts;
        this.words = words;
    }

    void show(List<RowChange> newestFirst) {
        if (!newestFirst.equals(changes)) {
            changes = newestFirst;
            fireTableDataChanged();
        }
    }

    RowChange change(int row) {
        return changes.get(row);
    }

    @Override
    public int getRowCount() {
        return changes.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.get("history." + COLUMNS.get(column));
    }

    @Override
    public String getValueAt(int row, int column) {
        RowChange change = changes.get(row);
        return switch (column) {
            case 0 -> words.exactly(change.at());
            case 1 -> change.state();
            case STATUS -> words.status(change.meaning(), change.status());
            default -> change.message();
        };
    }
}
