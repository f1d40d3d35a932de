package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.util.Comparator;
import java.util.List;
import javax.swing.JTable;
import javax.swing.RowFilter;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableRowSorter;

/**
 * Swing's own sorter. It compares characters instead of asking a {@code Collator}, which it would do by itself and which
 * costs many times more. A few changed rows are told one by one, which it sorts in; many as one range, which it sorts anew.
 */
final class RowSorterOrders implements PeerOrders {
    private static final int MOST_TOLD_ALONE = 16;

    private final Model model = new Model();

    @Override
    public JTable create(List<OrderEvent> first, Mode mode) {
        model.orders = first.toArray(OrderEvent[]::new);
        JTable table = new JTable(model);
        if (mode == Mode.SORTED_FILTERED) {
            TableRowSorter<Model> sorter = new TableRowSorter<>(model);
            for (int column = 0; column < Columns.ALL.size(); column++) {
                sorter.setComparator(column, Comparator.<String>naturalOrder());
            }
            sorter.setSortsOnUpdates(true);
            sorter.setRowFilter(new RowFilter<>() {
                @Override
                public boolean include(Entry<? extends Model, ? extends Integer> entry) {
                    return model.orders[entry.getIdentifier()].message().contains(Messages.SEARCHED);
                }
            });
            sorter.setSortKeys(List.of(
                    new SortKey(Columns.MESSAGE_INDEX, SortOrder.ASCENDING), new SortKey(0, SortOrder.ASCENDING)));
            table.setRowSorter(sorter);
        }
        return table;
    }

    @Override
    public void apply(ChangedOrders changes) {
        boolean alone = changes.count() <= MOST_TOLD_ALONE;
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int i = 0; i < changes.count(); i++) {
            int order = changes.order(i);
            model.orders[order] = changes.event(i);
            first = Math.min(first, order);
            last = Math.max(last, order);
            if (alone) {
                model.fireTableRowsUpdated(order, order);
            }
        }
        if (!alone) {
            model.fireTableRowsUpdated(first, last);
        }
    }

    @Override
    public OrderEvent held(int order) {
        return model.orders[order];
    }

    private static final class Model extends AbstractTableModel {
        private transient OrderEvent[] orders = {};

        @Override
        public int getRowCount() {
            return orders.length;
        }

        @Override
        public int getColumnCount() {
            return Columns.ALL.size();
        }

        @Override
        public String getColumnName(int column) {
            return Columns.ALL.get(column);
        }

        @Override
        public Object getValueAt(int row, int column) {
            return Columns.text(orders[row], column);
        }
    }
}
