package dev.signalbox.host.order;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.event.TableModelEvent;
import javax.swing.table.TableColumn;
import org.jspecify.annotations.Nullable;

/** The table of orders. Selection and scroll position stay with the operator while rows move. */
final class OrderTable extends CalmTable {
    private final transient OrderTableModel orders;
    private final transient OrderRowSorter sorter;
    /** In the order of the model, also those not shown. */
    private final transient List<TableColumn> columns = new ArrayList<>();

    OrderTable(OrderTableModel model) {
        super(model, OrderColumn.MESSAGE.index());
        this.orders = model;
        this.sorter = new OrderRowSorter(model);
        setRowSorter(sorter);
        for (OrderColumn column : OrderColumn.ALL) {
            TableColumn shown = getColumnModel().getColumn(column.index());
            shown.setIdentifier(column);
            shown.setMinWidth(UIScale.scale(40));
            shown.setPreferredWidth(UIScale.scale(column.width()));
            columns.add(shown);
        }
        columns.get(OrderColumn.STATUS.index())
                .setCellRenderer(new StatusRenderer(row -> orders.row(row).meaning()));
        show(OrderColumn.TOPIC, false);
        show(OrderColumn.SOURCE, false);
    }

    OrderRowSorter sorter() {
        return sorter;
    }

    /** Adds a column at the end, or takes it away. */
    void show(OrderColumn column, boolean wanted) {
        TableColumn its = columns.get(column.index());
        boolean there = convertColumnIndexToView(column.index()) >= 0;
        if (wanted && !there) {
            addColumn(its);
        } else if (!wanted && there) {
            removeColumn(its);
        }
    }

    List<OrderRow> selected() {
        return Arrays.stream(getSelectedRows())
                .mapToObj(row -> orders.row(convertRowIndexToModel(row)))
                .toList();
    }

    /** The rows as they are shown, from top to bottom. */
    List<OrderRow> shown() {
        return IntStream.range(0, getRowCount())
                .mapToObj(row -> orders.row(convertRowIndexToModel(row)))
                .toList();
    }

    /** Selects a row, scrolls to it and takes the focus. False when the filter hides it. */
    boolean jumpTo(OrderRow row) {
        int place = convertRowIndexToView(row.index());
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

    /** Swing drops the selection when everything may have changed; rows that are still there keep theirs. */
    @Override
    public void tableChanged(TableModelEvent event) {
        boolean everything = event != null && event.getLastRow() == Integer.MAX_VALUE;
        if (!everything || sorter == null || getSelectedRowCount() == 0) {
            super.tableChanged(event);
            return;
        }
        List<OrderRow> before =
                Arrays.stream(getSelectedRows()).mapToObj(sorter::shownRow).toList();
        getSelectionModel().setValueIsAdjusting(true);
        super.tableChanged(event);
        for (OrderRow row : before) {
            int place = orders.holds(row) ? convertRowIndexToView(row.index()) : -1;
            if (place >= 0) {
                addRowSelectionInterval(place, place);
            }
        }
        getSelectionModel().setValueIsAdjusting(false);
    }

    void moveColumns(List<OrderColumn> wanted) {
        int place = 0;
        for (OrderColumn column : wanted) {
            int now = convertColumnIndexToView(column.index());
            if (now >= 0) {
                moveColumn(now, place++);
            }
        }
    }

    void widen(Map<OrderColumn, Integer> widths) {
        widths.forEach((column, width) -> columns.get(column.index()).setPreferredWidth(UIScale.scale(width)));
    }

    /** The columns shown, from left to right. */
    List<OrderColumn> shownColumns() {
        List<OrderColumn> shown = new ArrayList<>();
        for (int i = 0; i < getColumnCount(); i++) {
            shown.add(OrderColumn.ALL.get(convertColumnIndexToModel(i)));
        }
        return shown;
    }

    /** Before scaling to the screen. */
    Map<OrderColumn, Integer> widths() {
        Map<OrderColumn, Integer> widths = new EnumMap<>(OrderColumn.class);
        for (OrderColumn column : OrderColumn.ALL) {
            widths.put(column, UIScale.unscale(columns.get(column.index()).getPreferredWidth()));
        }
        return widths;
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
}
