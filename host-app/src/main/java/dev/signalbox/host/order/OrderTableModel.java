package dev.signalbox.host.order;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/**
 * A thin coat over the {@link OrderBook}: its rows in their order, and <em>one</em> event for each batch.
 *
 * <p>When a batch both inserts and changes rows the event tells the insertion; {@link OrderRowSorter} asks
 * {@link #lastChange} for the rest and moves them in the same pass.
 */
final class OrderTableModel extends AbstractTableModel {
    private final transient OrderBook book;
    private final transient RowWords words;
    private transient BookChange lastChange = BookChange.NOTHING;

    OrderTableModel(OrderBook book, RowWords words) {
        this.book = book;
        this.words = words;
    }

    /** Tells the table what a batch did. Must be called after each change of the book, before anything else. */
    void show(BookChange change) {
        lastChange = change;
        if (change.isEmpty()) {
            return;
        }
        if (change.onlyRemovesNeighbours()) {
            int first = change.firstRemoved();
            fireTableRowsDeleted(first, first + change.removed().size() - 1);
        } else if (!change.removed().isEmpty()) {
            fireTableDataChanged();
        } else if (!change.inserted().isEmpty()) {
            int last = book.rows().size() - 1;
            fireTableRowsInserted(last - change.inserted().size() + 1, last);
        } else {
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (OrderRow row : change.changed()) {
                first = Math.min(first, row.index());
                last = Math.max(last, row.index());
            }
            fireTableRowsUpdated(first, last);
        }
    }

    BookChange lastChange() {
        return lastChange;
    }

    RowWords words() {
        return words;
    }

    RowsBySlot slots() {
        return book.slots();
    }

    List<OrderRow> rows() {
        return book.rows();
    }

    OrderRow row(int index) {
        return book.rows().get(index);
    }

    @Override
    public int getRowCount() {
        return book.rows().size();
    }

    @Override
    public int getColumnCount() {
        return OrderColumn.ALL.size();
    }

    @Override
    public String getColumnName(int column) {
        return words.header(OrderColumn.ALL.get(column));
    }

    @Override
    public String getValueAt(int row, int column) {
        return words.of(row(row), OrderColumn.ALL.get(column));
    }
}
