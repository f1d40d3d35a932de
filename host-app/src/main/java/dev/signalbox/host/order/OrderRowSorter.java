package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * Sorts and filters the rows of an {@link OrderTableModel}. After a batch only the rows it touched are sorted, and merged
 * into the others in one pass; Swing's own sorter compares through a Collator and sorts per event.
 */
final class OrderRowSorter extends RowSorter<OrderTableModel> {
    private static final int HIDDEN = -1;

    private final OrderTableModel model;
    private OrderFilter filter = OrderFilter.of(QuickFilter.ALL, "", "");
    private RowOrder order = RowOrder.FIRST;

    /** The rows shown, in their order, as indexes of the model. */
    private int[] shown = {};

    /** The same rows themselves, which keep their meaning when the book has already moved on. */
    private OrderRow[] shownRows = {};

    /** For each row of the model where it is shown, or {@link #HIDDEN}. */
    private int[] places = {};

    OrderRowSorter(OrderTableModel model) {
        this.model = model;
        sortAll();
    }

    OrderFilter filter() {
        return filter;
    }

    RowOrder order() {
        return order;
    }

    void filterBy(OrderFilter wanted) {
        if (!wanted.equals(filter)) {
            int[] before = shown;
            boolean someLess = wanted.narrows(filter);
            filter = wanted;
            if (someLess) {
                keepMatching();
            } else {
                sortAll();
            }
            fireRowSorterChanged(before);
        }
    }

    void orderBy(RowOrder wanted) {
        if (!wanted.equals(order)) {
            order = wanted;
            fireSortOrderChanged();
            int[] before = shown;
            sortAll();
            fireRowSorterChanged(before);
        }
    }

    /** The row shown at a place, as of the last event. */
    OrderRow shownRow(int place) {
        return shownRows[place];
    }

    @Override
    public OrderTableModel getModel() {
        return model;
    }

    @Override
    public void toggleSortOrder(int column) {
        orderBy(order.clicked(OrderColumn.ALL.get(column)));
    }

    @Override
    public List<? extends SortKey> getSortKeys() {
        return List.of(
                new SortKey(order.column().index(), order.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING));
    }

    /** Takes the first key; none of them means the order at first. */
    @Override
    public void setSortKeys(@Nullable List<? extends SortKey> keys) {
        if (keys == null || keys.isEmpty()) {
            orderBy(RowOrder.FIRST);
        } else {
            SortKey key = keys.get(0);
            orderBy(new RowOrder(OrderColumn.ALL.get(key.getColumn()), key.getSortOrder() == SortOrder.DESCENDING));
        }
    }

    @Override
    public int convertRowIndexToModel(int row) {
        return shown[row];
    }

    @Override
    public int convertRowIndexToView(int row) {
        return places[row];
    }

    @Override
    public int getViewRowCount() {
        return shown.length;
    }

    @Override
    public int getModelRowCount() {
        return places.length;
    }

    @Override
    public void modelStructureChanged() {
        allRowsChanged();
    }

    @Override
    public void allRowsChanged() {
        int[] before = shown;
        sortAll();
        fireRowSorterChanged(before);
    }

    @Override
    public void rowsInserted(int first, int last) {
        merge();
    }

    @Override
    public void rowsDeleted(int first, int last) {
        int[] before = shown;
        OrderRow[] left = Arrays.stream(shownRows).filter(model::holds).toArray(OrderRow[]::new);
        show(Arrays.stream(left).mapToInt(OrderRow::index).toArray(), left);
        fireRowSorterChanged(before);
    }

    @Override
    public void rowsUpdated(int first, int last) {
        merge();
    }

    @Override
    public void rowsUpdated(int first, int last, int column) {
        merge();
    }

    /** What is left of the rows shown stands in their order already. */
    private void keepMatching() {
        OrderRow[] left = Arrays.stream(shownRows).filter(filter::matches).toArray(OrderRow[]::new);
        show(Arrays.stream(left).mapToInt(OrderRow::index).toArray(), left);
    }

    private void sortAll() {
        List<OrderRow> matching = new ArrayList<>();
        for (int i = 0; i < model.getRowCount(); i++) {
            OrderRow row = model.row(i);
            if (filter.matches(row)) {
                matching.add(row);
            }
        }
        matching.sort(order);
        show(matching.stream().mapToInt(OrderRow::index).toArray(), matching.toArray(OrderRow[]::new));
    }

    /** Takes the touched rows out and puts them back where they belong now. */
    private void merge() {
        BookChange change = model.lastChange();
        boolean[] touched = new boolean[model.getRowCount()];
        List<OrderRow> back = new ArrayList<>();
        takeOut(change.changed(), touched, back);
        takeOut(change.inserted(), touched, back);
        back.sort(order);

        // Indexes and rows travel side by side: looking each row up again would cost more than all the rest.
        int[] stay = new int[shown.length];
        OrderRow[] stayRows = new OrderRow[shown.length];
        int staying = 0;
        for (int i = 0; i < shown.length; i++) {
            if (!touched[shown[i]]) {
                stay[staying] = shown[i];
                stayRows[staying++] = shownRows[i];
            }
        }
        int[] after = new int[staying + back.size()];
        OrderRow[] afterRows = new OrderRow[after.length];
        int from = 0;
        for (int i = 0; i < back.size(); i++) {
            OrderRow row = back.get(i);
            int to = placeAmong(stayRows, from, staying, row);
            System.arraycopy(stay, from, after, from + i, to - from);
            System.arraycopy(stayRows, from, afterRows, from + i, to - from);
            after[to + i] = row.index();
            afterRows[to + i] = row;
            from = to;
        }
        System.arraycopy(stay, from, after, from + back.size(), staying - from);
        System.arraycopy(stayRows, from, afterRows, from + back.size(), staying - from);
        int[] before = shown;
        if (places.length != model.getRowCount() || !Arrays.equals(before, after)) {
            show(after, afterRows);
            fireRowSorterChanged(before);
        }
    }

    /** Where a row belongs among sorted ones: the first place whose row comes after it. */
    private int placeAmong(OrderRow[] sorted, int from, int to, OrderRow row) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(sorted[middle], row) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void takeOut(List<OrderRow> rows, boolean[] touched, List<OrderRow> back) {
        for (OrderRow row : rows) {
            touched[row.index()] = true;
            if (filter.matches(row)) {
                back.add(row);
            }
        }
    }

    private void show(int[] indexes, OrderRow[] rows) {
        shown = indexes;
        shownRows = rows;
        if (places.length != model.getRowCount()) {
            places = new int[model.getRowCount()];
        }
        Arrays.fill(places, HIDDEN);
        for (int i = 0; i < shown.length; i++) {
            places[shown[i]] = i;
        }
    }
}
