package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;

/** The history of one row, newest first. Tells of new steps one by one, so that those there keep their selection. */
final class HistoryTableModel extends AbstractTableModel {
    private static final List<String> COLUMNS = List.of("time", "after", "state", "status", "message", "repeats");
    static final int TIME = 0;
    static final int AFTER = 1;
    static final int STATE = 2;
    static final int STATUS = 3;
    static final int MESSAGE = 4;
    static final int REPEATS = 5;

    private final transient Texts texts;
    private final transient RowWords words;
    private final transient HistoryWords historyWords;
    private transient @Nullable RowKey key;
    private transient RowHistory history = RowHistory.NONE;

    HistoryTableModel(Texts texts, RowWords words, HistoryWords historyWords) {
        this.texts = texts;
        this.words = words;
        this.historyWords = historyWords;
    }

    /** Returns how many steps came in at the top; -1 when nothing of what was shown is left. */
    int show(RowKey newKey, RowHistory now) {
        RowHistory before = history;
        boolean same = newKey.equals(key);
        key = newKey;
        history = now;
        long inserted = now.total() - before.total();
        int size = now.newestFirst().size();
        int sizeBefore = before.newestFirst().size();
        if (!same || inserted < 0 || inserted >= size || sizeBefore == 0) {
            fireTableDataChanged();
            return -1;
        }
        int added = (int) inserted;
        int gone = sizeBefore + added - size;
        // A listener may ask for any row that the table then believes in, so each event must leave it with rows there
        // are.
        if (gone > 0) {
            fireTableRowsDeleted(sizeBefore - gone, sizeBefore - 1);
        }
        if (added > 0) {
            fireTableRowsInserted(0, added - 1);
        }
        if (!now.equals(before)) {
            fireTableRowsUpdated(0, size - 1);
        }
        return added;
    }

    RowHistory history() {
        return history;
    }

    RowChange change(int row) {
        return history.newestFirst().get(row);
    }

    boolean anyRepeats() {
        return history.newestFirst().stream().anyMatch(change -> change.repeats() > 0);
    }

    /** Whether steps before the oldest are known to have been. */
    boolean goesOnBelow() {
        return history.letGo() > 0;
    }

    @Override
    public int getRowCount() {
        return history.newestFirst().size();
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
        RowChange change = change(row);
        return switch (column) {
            case TIME -> historyWords.time(change.at());
            case AFTER -> after(row);
            case STATE -> change.state();
            case STATUS -> words.status(change.meaning(), change.status());
            case MESSAGE -> change.message();
            default -> change.repeats() == 0 ? "" : historyWords.repeats(change);
        };
    }

    private String after(int row) {
        if (row + 1 < getRowCount()) {
            return historyWords.elapsed(
                    Duration.between(change(row + 1).at(), change(row).at()));
        }
        return goesOnBelow() ? "…" : texts.get("history.first");
    }
}
