package dev.signalbox.host.order;

import dev.signalbox.host.ui.PlainText;
import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JViewport;
import javax.swing.SwingConstants;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.RowSorterEvent;
import javax.swing.event.TableModelEvent;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The table of orders. Selection and scroll position stay with the operator while rows move. It takes each batch from its
 * model as a whole, and paints only what has changed in sight; Swing's own way paints everything with every event.
 */
final class OrderTable extends CalmTable {
    private static final int ALL_CELLS = -1;

    private final transient OrderTableModel orders;
    private final transient OrderRowSorter sorter;
    private final transient ShownRows shown;
    private final transient RowWords words;
    private final transient OrderColumns columns;
    private final transient RowSelection selection;
    private final transient StillView view;
    private final transient Flashes flashes;
    private final transient SecondHand moment;

    /** Only then may Swing's constructor be over and events be about rows. */
    private transient boolean ready;

    OrderTable(OrderTableModel model) {
        super(model, OrderColumn.MESSAGE.index());
        this.orders = model;
        this.sorter = new OrderRowSorter(model);
        this.shown = sorter.shown();
        this.words = model.words();
        this.columns = new OrderColumns(this);
        this.selection = new RowSelection(this, shown);
        this.view = new StillView(this, shown);
        this.flashes = new Flashes(this, System::nanoTime);
        this.moment = new SecondHand(this, words);
        sorter.beforeChange(this::note);
        setRowSorter(sorter);
        ready = true;
        ((OrderHeader) getTableHeader()).tellWhetherAdding(sorter::adding);
        getTableHeader().setDefaultRenderer(header(getTableHeader().getDefaultRenderer()));
        columns.install(new StatusRenderer(row -> orders.row(row).meaning()), new TimeRenderer());
        addHierarchyListener(moment::heed);
    }

    OrderRowSorter sorter() {
        return sorter;
    }

    OrderColumns columns() {
        return columns;
    }

    Flashes flashes() {
        return flashes;
    }

    List<OrderRow> selected() {
        return Arrays.stream(getSelectedRows()).mapToObj(shown::row).toList();
    }

    OrderRow shownRow(int place) {
        return shown.row(place);
    }

    /** The first row in sight; behind the last one when there is none. */
    int firstInSight() {
        return Math.max(0, getVisibleRect().y / getRowHeight());
    }

    int lastInSight() {
        Rectangle seen = getVisibleRect();
        return seen.isEmpty() ? -1 : Math.min((seen.y + seen.height - 1) / getRowHeight(), shown.size() - 1);
    }

    void repaintRow(int place) {
        repaint(0, place * getRowHeight(), getWidth(), getRowHeight());
    }

    /** The rows as they are shown, from top to bottom. */
    List<OrderRow> shown() {
        return IntStream.range(0, shown.size()).mapToObj(shown::row).toList();
    }

    /** Selects a row, scrolls to it and takes the focus. False when the filter hides it. */
    boolean jumpTo(OrderRow row) {
        int place = shown.place(row);
        if (place < 0) {
            return false;
        }
        setRowSelectionInterval(place, place);
        Rectangle cell = getCellRect(place, 0, true);
        // Some rows around it, so that it does not hide at the edge.
        cell.grow(0, 3 * getRowHeight());
        scrollRectToVisible(cell);
        requestFocusInWindow();
        return true;
    }

    /** A batch. Rows that move are put right by {@link #sorterChanged}; what is left are cells that say something else. */
    @Override
    public void tableChanged(TableModelEvent event) {
        if (!ready || event == null || event.getFirstRow() == TableModelEvent.HEADER_ROW) {
            super.tableChanged(event);
            return;
        }
        BookChange change = orders.lastChange();
        sorter.take(change);
        boolean lit = false;
        int last = lastInSight();
        for (int place = firstInSight(); place <= last; place++) {
            OrderRow row = shown.row(place);
            if (change.concerns(row)) {
                flashes.light(row, change.isNew(row) ? ALL_CELLS : row.changedCells());
                repaintRow(place);
                lit = true;
            }
        }
        if (lit) {
            flashes.judge();
        }
    }

    private void note() {
        view.note();
        selection.note();
    }

    /** Rows have moved, come or gone: selection and view follow, and what is in sight from the first of them is painted. */
    @Override
    public void sorterChanged(RowSorterEvent event) {
        if (event.getType() == RowSorterEvent.Type.SORT_ORDER_CHANGED) {
            getTableHeader().repaint();
            return;
        }
        if (isEditing()) {
            removeEditor();
        }
        boolean scrolled = view.hold();
        selection.follow();
        if (shown.size() != shown.sizeBefore() && !growsInPlace()) {
            revalidate();
        }
        Rectangle seen = getVisibleRect();
        if (!scrolled) {
            int top = shown.firstDifferent() * getRowHeight();
            int height = (shown.endDifferent() - shown.firstDifferent()) * getRowHeight();
            seen = seen.intersection(new Rectangle(0, top, getWidth(), height));
        }
        if (!seen.isEmpty()) {
            repaint(seen);
        }
    }

    /** Where the scroll bar stays, a new height needs no new layout of all around. False where it does. */
    private boolean growsInPlace() {
        if (!(getParent() instanceof JViewport viewport)) {
            return false;
        }
        int extent = viewport.getExtentSize().height;
        int height = getRowHeight() * shown.size();
        if (getRowHeight() * shown.sizeBefore() <= extent || height <= extent) {
            return false;
        }
        setSize(getWidth(), height);
        return true;
    }

    @Override
    public void valueChanged(ListSelectionEvent event) {
        super.valueChanged(event);
        if (ready) {
            selection.changed();
        }
    }

    @Override
    public Component prepareRenderer(TableCellRenderer renderer, int place, int columnPlace) {
        OrderRow row = shown.row(place);
        OrderColumn column = columnAt(columnPlace);
        boolean selected = !isPaintingForPrint() && isRowSelected(place);
        Component cell = renderer.getTableCellRendererComponent(
                this, words.at(moment.now(), row, column), selected, false, place, columnPlace);
        // The ground of a selected row says that it is selected.
        Color flash = selected ? null : flashes.ground(row, column);
        if (flash != null) {
            cell.setBackground(flash);
        }
        return cell;
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int place = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        if (place >= 0 && column >= 0 && columnAt(column).isTime()) {
            String exactly = words.exactly(shown.row(place), columnAt(column));
            return exactly.isEmpty() ? null : PlainText.of(exactly);
        }
        return super.getToolTipText(event);
    }

    OrderColumn columnAt(int columnPlace) {
        return OrderColumn.ALL.get(convertColumnIndexToModel(columnPlace));
    }

    SecondHand moment() {
        return moment;
    }

    @Override
    public void removeNotify() {
        flashes.rest();
        super.removeNotify();
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
        return new OrderHeader(columnModel);
    }

    private TableCellRenderer header(TableCellRenderer drawn) {
        return (table, value, selected, focused, row, place) -> {
            Component header = drawn.getTableCellRendererComponent(table, value, selected, focused, row, place);
            if (header instanceof JLabel label) {
                OrderColumn column = columnAt(place);
                RowOrder order = sorter.order();
                int rank = order.rank(column);
                label.setIcon(
                        rank < 0
                                ? null
                                : new SortMark(
                                        order.keys().get(rank).descending(),
                                        order.keys().size() > 1 ? rank + 1 : 0));
                label.setHorizontalTextPosition(SwingConstants.LEADING);
                label.setHorizontalAlignment(column.isTime() ? SwingConstants.TRAILING : SwingConstants.LEADING);
            }
            return header;
        };
    }

    /**
     * Where the menu opens: under the pointer, whose row is selected first, or below the selected row when a key opened it.
     * A mouse listener would come too late, the look and feel keeps the click for itself.
     */
    @Override
    public @Nullable Point getPopupLocation(@Nullable MouseEvent event) {
        if (event != null) {
            int row = rowAtPoint(event.getPoint());
            if (row >= 0 && !isRowSelected(row)) {
                setRowSelectionInterval(row, row);
            }
            return super.getPopupLocation(event);
        }
        int row = getSelectedRow();
        if (row < 0) {
            return null;
        }
        Rectangle cell = getCellRect(row, 0, true).intersection(getVisibleRect());
        return cell.isEmpty() ? null : new Point(cell.x + cell.width / 2, cell.y + cell.height);
    }

    // How the operator has set the columns up.

    /** Shows a column that only some lists need, or takes it away. */
    void show(OrderColumn column, boolean wanted) {
        columns.offer(column, wanted);
    }

    void moveColumns(List<OrderColumn> wanted) {
        columns.arrange(wanted);
    }

    /** The columns shown, from left to right. */
    List<OrderColumn> shownColumns() {
        return columns.shown();
    }
}
