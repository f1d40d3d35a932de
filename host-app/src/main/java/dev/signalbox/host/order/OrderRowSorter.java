package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.List;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * Sorts and filters the rows of an {@link OrderTableModel}. After a batch only the rows it moved are sorted, and merged into
 * the others in one pass; Swing's own sorter compares through a Collator and sorts per event.
 */
final class OrderRowSorter extends RowSorter<OrderTableModel> {
    private final OrderTableModel model;
    private final ShownRows shown;
    private OrderFilter filter = OrderFilter.of(QuickFilter.ALL, "", "");
    private RememberedFilter remembered = new RememberedFilter(filter);
    private RowOrder order = RowOrder.FIRST;

    /** Whether the header clicked asks for a further key. */
    private boolean adding;

    private Runnable beforeChange = () -> {};

    OrderRowSorter(OrderTableModel model) {
        this.model = model;
        this.shown = new ShownRows(model.slots());
        shown.showAll(model.rows(), remembered, order);
    }

    OrderFilter filter() {
        return filter;
    }

    RowOrder order() {
        return order;
    }

    /** What is shown now, and what the last event did. */
    ShownRows shown() {
        return shown;
    }

    /** Says who must look at the rows before they move: afterwards nobody can tell where they stood. */
    void beforeChange(Runnable look) {
        beforeChange = look;
    }

    void filterBy(OrderFilter wanted) {
        if (!wanted.equals(filter)) {
            boolean someLess = wanted.narrows(filter);
            filter = wanted;
            remembered = new RememberedFilter(filter);
            if (someLess) {
                beforeChange.run();
                shown.keepMatching(remembered, order);
            } else {
                sortAll();
            }
            fireRowSorterChanged(null);
        }
    }

    void orderBy(RowOrder wanted) {
        if (!wanted.equals(order)) {
            order = wanted;
            fireSortOrderChanged();
            sortAll();
            fireRowSorterChanged(null);
        }
    }

    /** Takes a batch in. Says so to its listeners only if a row has moved, come or gone. */
    void take(BookChange change) {
        beforeChange.run();
        if (shown.take(change, remembered, order)) {
            fireRowSorterChanged(null);
        }
    }

    /** Says whether clicks on headers add to the columns sorted by, or replace them. */
    void adding(boolean wanted) {
        adding = wanted;
    }

    @Override
    public OrderTableModel getModel() {
        return model;
    }

    @Override
    public void toggleSortOrder(int column) {
        OrderColumn clicked = OrderColumn.ALL.get(column);
        orderBy(adding ? order.added(clicked) : order.clicked(clicked));
    }

    @Override
    public List<? extends SortKey> getSortKeys() {
        return order.keys().stream()
                .map(key -> new SortKey(
                        key.column().index(), key.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING))
                .toList();
    }

    /** None of them means the order at first. */
    @Override
    public void setSortKeys(@Nullable List<? extends SortKey> keys) {
        List<RowOrder.Key> wanted = new ArrayList<>();
        if (keys != null) {
            keys.forEach(key -> wanted.add(new RowOrder.Key(
                    OrderColumn.ALL.get(key.getColumn()), key.getSortOrder() == SortOrder.DESCENDING)));
        }
        orderBy(wanted.isEmpty() ? RowOrder.FIRST : new RowOrder(wanted));
    }

    @Override
    public int convertRowIndexToModel(int row) {
        if (row < 0 || row >= shown.size()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + shown.size());
        }
        return shown.row(row).index();
    }

    @Override
    public int convertRowIndexToView(int row) {
        return shown.place(model.row(row));
    }

    @Override
    public int getViewRowCount() {
        return shown.size();
    }

    @Override
    public int getModelRowCount() {
        return model.getRowCount();
    }

    @Override
    public void modelStructureChanged() {
        allRowsChanged();
    }

    // The table hands over each batch as a whole, with take; whoever else tells of rows gets them sorted anew.

    @Override
    public void allRowsChanged() {
        sortAll();
        fireRowSorterChanged(null);
    }

    @Override
    public void rowsInserted(int first, int last) {
        allRowsChanged();
    }

    @Override
    public void rowsDeleted(int first, int last) {
        allRowsChanged();
    }

    @Override
    public void rowsUpdated(int first, int last) {
        allRowsChanged();
    }

    @Override
    public void rowsUpdated(int first, int last, int column) {
        allRowsChanged();
    }

    private void sortAll() {
        beforeChange.run();
        shown.showAll(model.rows(), remembered, order);
    }
}
