package dev.signalbox.host.failure;

import dev.signalbox.host.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.table.AbstractTableModel;

/** The rows of the failure table, in the order they came. */
final class FailureTableModel extends AbstractTableModel {
    static final int ORDER = 0;
    static final int STATE = 1;
    static final int STATUS = 2;
    static final int MESSAGE = 3;
    static final int FIRST = 4;
    static final int LAST = 5;
    static final int COUNT = 6;
    static final int SOURCE = 7;
    private static final List<String> COLUMNS =
            List.of("order", "state", "status", "message", "first", "last", "count", "source");

    /** Beyond so many changes, sorting once is cheaper than sorting each in. */
    private static final int MOST_ALONE = 64;

    private final List<Failure> rows = new ArrayList<>();
    private final Map<Failure.Key, Integer> places = new HashMap<>();

    FailureTableModel(List<Failure> failures) {
        failures.forEach(this::append);
    }

    void showAll(List<Failure> failures) {
        rows.clear();
        places.clear();
        failures.forEach(this::append);
        fireTableDataChanged();
    }

    void take(FailuresChanged change) {
        remove(change.removed());
        boolean inOne = change.changed().size() > MOST_ALONE;
        int before = rows.size();
        for (Failure failure : change.changed()) {
            Integer row = places.get(failure.key());
            if (row == null) {
                append(failure);
            } else {
                rows.set(row, failure);
                if (row < before && !inOne) {
                    fireTableRowsUpdated(row, row);
                }
            }
        }
        if (inOne) {
            fireTableDataChanged();
        } else if (rows.size() > before) {
            fireTableRowsInserted(before, rows.size() - 1);
        }
    }

    private void remove(List<Failure.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Set<Failure.Key> removed = new HashSet<>(keys);
        rows.removeIf(failure -> removed.contains(failure.key()));
        places.clear();
        for (int row = 0; row < rows.size(); row++) {
            places.put(rows.get(row).key(), row);
        }
        fireTableDataChanged();
    }

    private void append(Failure failure) {
        places.put(failure.key(), rows.size());
        rows.add(failure);
    }

    Failure at(int row) {
        return rows.get(row);
    }

    /** The row of a failure, or -1. */
    int rowOf(Failure.Key key) {
        return places.getOrDefault(key, -1);
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
        return Texts.of(FailureTableModel.class).get("column." + COLUMNS.get(column));
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return switch (column) {
            case FIRST, LAST -> Instant.class;
            case COUNT -> Integer.class;
            default -> String.class;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        Failure failure = rows.get(row);
        return switch (column) {
            case ORDER -> failure.key().id();
            case STATE -> failure.latest().state();
            case STATUS -> FailureWords.status(failure);
            case MESSAGE -> failure.text();
            case FIRST -> failure.first();
            case LAST -> failure.last();
            case COUNT -> failure.count();
            case SOURCE -> failure.key().source();
            default -> throw new IllegalArgumentException("there is no column " + column);
        };
    }
}
