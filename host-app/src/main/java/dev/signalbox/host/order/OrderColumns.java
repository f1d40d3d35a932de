package dev.signalbox.host.order;

import com.formdev.flatlaf.util.UIScale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/**
 * How the columns of a table are set up. A column is shown when there is something to show in it and the operator has not
 * hidden it; when it comes back, it stands where it stood.
 */
final class OrderColumns {
    private static final int LEAST_WIDTH = 40;

    private final OrderTable table;
    private final Map<OrderColumn, TableColumn> columns = new EnumMap<>(OrderColumn.class);
    private final Set<OrderColumn> hidden = EnumSet.noneOf(OrderColumn.class);
    private final Set<OrderColumn> offered = EnumSet.allOf(OrderColumn.class);

    /** Every column, also those not shown, from left to right. */
    private List<OrderColumn> arrangement = OrderColumn.ALL;

    OrderColumns(OrderTable table) {
        this.table = table;
    }

    void install(TableCellRenderer status, TableCellRenderer time) {
        for (OrderColumn column : OrderColumn.ALL) {
            TableColumn its = table.getColumnModel().getColumn(column.index());
            its.setIdentifier(column);
            its.setMinWidth(UIScale.scale(LEAST_WIDTH));
            its.setPreferredWidth(UIScale.scale(column.width()));
            if (column.isTime()) {
                its.setCellRenderer(time);
            }
            columns.put(column, its);
        }
        column(OrderColumn.STATUS).setCellRenderer(status);
        for (OrderColumn column : OrderColumn.ALL) {
            offer(column, !column.needsSeveral());
        }
    }

    /** Says whether there is something to show in a column. */
    void offer(OrderColumn column, boolean wanted) {
        if (wanted ? offered.add(column) : offered.remove(column)) {
            update(column);
        }
    }

    /** Hides a column, or lets it be shown. The ids stay: without them no row can be told from another. */
    void hide(OrderColumn column, boolean wanted) {
        if (column != OrderColumn.ORDER && (wanted ? hidden.add(column) : hidden.remove(column))) {
            update(column);
        }
    }

    void hide(Set<OrderColumn> wanted) {
        OrderColumn.ALL.forEach(column -> hide(column, wanted.contains(column)));
    }

    boolean isOffered(OrderColumn column) {
        return offered.contains(column);
    }

    boolean isHidden(OrderColumn column) {
        return hidden.contains(column);
    }

    Set<OrderColumn> hidden() {
        return EnumSet.copyOf(hidden);
    }

    /** The columns shown, from left to right. */
    List<OrderColumn> shown() {
        List<OrderColumn> shown = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            shown.add(table.columnAt(i));
        }
        return shown;
    }

    /** Puts columns in this order; those not named follow as they are. */
    void arrange(List<OrderColumn> wanted) {
        List<OrderColumn> all = new ArrayList<>(wanted);
        arrangement().stream().filter(column -> !wanted.contains(column)).forEach(all::add);
        arrangement = all;
        int place = 0;
        for (OrderColumn column : all) {
            int now = table.convertColumnIndexToView(column.index());
            if (now >= 0) {
                table.moveColumn(now, place++);
            }
        }
    }

    void widen(Map<OrderColumn, Integer> widths) {
        widths.forEach((column, width) -> column(column).setPreferredWidth(UIScale.scale(width)));
    }

    /** Before scaling to the screen. */
    Map<OrderColumn, Integer> widths() {
        Map<OrderColumn, Integer> widths = new EnumMap<>(OrderColumn.class);
        columns.forEach((column, its) -> widths.put(column, UIScale.unscale(its.getPreferredWidth())));
        return widths;
    }

    /** As at first: all shown, in their order, as wide as they were. */
    void reset() {
        hide(Set.of());
        arrange(OrderColumn.ALL);
        OrderColumn.ALL.forEach(column -> widen(Map.of(column, column.width())));
    }

    private void update(OrderColumn column) {
        int place = table.convertColumnIndexToView(column.index());
        boolean wanted = offered.contains(column) && !hidden.contains(column);
        if (wanted && place < 0) {
            List<OrderColumn> before = arrangement().subList(0, arrangement().indexOf(column));
            table.addColumn(column(column));
            int its = (int) shown().stream().filter(before::contains).count();
            table.moveColumn(table.getColumnCount() - 1, its);
        } else if (!wanted && place >= 0) {
            arrangement = arrangement();
            table.removeColumn(column(column));
        }
    }

    /** With what the operator has moved since; columns not shown stay behind the one they were behind. */
    private List<OrderColumn> arrangement() {
        List<OrderColumn> shown = shown();
        List<OrderColumn> all = new ArrayList<>(shown);
        for (int i = 0; i < arrangement.size(); i++) {
            OrderColumn column = arrangement.get(i);
            if (!shown.contains(column)) {
                int behind = i == 0 ? -1 : all.indexOf(arrangement.get(i - 1));
                all.add(behind + 1, column);
            }
        }
        return all;
    }

    private TableColumn column(OrderColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }
}
