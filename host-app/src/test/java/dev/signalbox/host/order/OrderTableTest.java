package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.failed;
import static dev.signalbox.host.order.Orders.key;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.order;
import static dev.signalbox.host.order.Orders.removed;
import static dev.signalbox.host.order.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.JScrollPane;
import org.junit.jupiter.api.Test;

class OrderTableTest {
    private final OrderBook book = new OrderBook();
    private final OrderTableModel model = new OrderTableModel(book, Orders.words());
    private final OrderTable table = new OrderTable(model);

    @Test
    void sortsAnyColumnEitherWay() {
        show(order("b/x", "ORD-10", "b", "FAILED", "x"), order("a/x", "ORD-9", "a", "COMPLETED", "y"));

        assertThat(shown()).containsExactly("ORD-9", "ORD-10");
        for (OrderColumn column : List.of(OrderColumn.ORDER, OrderColumn.STATE, OrderColumn.SOURCE)) {
            table.sorter().orderBy(new RowOrder(column, false));
            assertThat(shown()).as(column.key()).containsExactly("ORD-9", "ORD-10");
            table.sorter().toggleSortOrder(column.index());
            assertThat(shown()).as(column.key()).containsExactly("ORD-10", "ORD-9");
        }
        table.sorter().toggleSortOrder(OrderColumn.STATUS.index());
        assertThat(shown()).containsExactly("ORD-10", "ORD-9");
    }

    @Test
    void theFirstClickOnUpdatedPutsTheNewestFirst() {
        table.sorter().toggleSortOrder(OrderColumn.UPDATED.index());

        assertThat(table.sorter().order()).isEqualTo(new RowOrder(OrderColumn.UPDATED, true));
    }

    @Test
    void selectionStaysWithItsOrdersWhileUpdatesMoveThem() {
        table.sorter().orderBy(new RowOrder(OrderColumn.MESSAGE, false));
        show(moving("A", "1"), moving("B", "2"), moving("C", "3"), moving("D", "4"));
        select("B", "D");
        show(moving("B", "9"), moving("A", "5"));

        assertThat(shown()).containsExactly("C", "D", "A", "B");
        assertThat(selected()).containsExactly("D", "B");
    }

    @Test
    void selectionStaysWhileOrdersAreInsertedBeforeIt() {
        show(moving("ORD-5", ""), moving("ORD-7", ""));
        select("ORD-7");
        show(moving("ORD-1", ""), moving("ORD-6", ""), moving("ORD-5", "moved too"));

        assertThat(shown()).containsExactly("ORD-1", "ORD-5", "ORD-6", "ORD-7");
        assertThat(selected()).containsExactly("ORD-7");
    }

    @Test
    void selectionStaysWhileNeighboursAreRemoved() {
        show(moving("A", ""), moving("B", ""), moving("C", ""), moving("D", ""));
        select("C", "D");
        show(removed("A"), removed("B"));

        assertThat(selected()).containsExactly("C", "D");
    }

    @Test
    void selectionStaysWhenManyThingsHappenAtOnce() {
        show(moving("A", ""), moving("B", ""), moving("C", ""), moving("D", ""));
        select("B", "C");
        show(removed("A"), removed("C"), moving("AA", ""), moving("B", "moved"));

        assertThat(shown()).containsExactly("AA", "B", "D");
        assertThat(selected()).containsExactly("B");
    }

    @Test
    void anOrderFilteredOutComesBackSelected() {
        show(moving("A", ""), moving("B", ""));
        select("B");
        table.sorter().filterBy(OrderFilter.of(QuickFilter.FAILED, "", ""));
        assertThat(selected()).isEmpty();

        table.sorter().filterBy(OrderFilter.of(QuickFilter.ALL, "", ""));
        assertThat(selected()).containsExactly("B");
    }

    @Test
    void anUpdateTakesAnOrderIntoAndOutOfTheFilter() {
        table.sorter().filterBy(OrderFilter.of(QuickFilter.FAILED, "", ""));
        show(moving("A", ""), failed("B"));
        assertThat(shown()).containsExactly("B");

        show(failed("A"), moving("B", "again"));
        assertThat(shown()).containsExactly("A");
    }

    @Test
    void theScrollPositionStaysWhileOrdersMoveAndCome() {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setSize(400, 200);
        for (int i = 0; i < 200; i++) {
            show(moving("ORD-" + i, ""));
        }
        layOut(scroll);
        scroll.getViewport().setViewPosition(new Point(0, 1000));
        show(moving("ORD-3", "changed"), moving("ORD-500", ""));
        layOut(scroll);
        show(moving("ORD-0", "changed"));
        layOut(scroll);

        assertThat(scroll.getViewport().getViewPosition()).isEqualTo(new Point(0, 1000));
    }

    @Test
    void jumpsToAnOrder() {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setSize(400, 200);
        for (int i = 0; i < 200; i++) {
            show(moving("ORD-" + i, ""));
        }
        layOut(scroll);
        OrderRow row = book.find(key("ORD-150")).orElseThrow();

        assertThat(table.jumpTo(row)).isTrue();
        assertThat(selected()).containsExactly("ORD-150");
        assertThat(table.getVisibleRect().intersects(table.getCellRect(150, 0, true)))
                .isTrue();
    }

    @Test
    void theMenuIsAboutTheRowUnderThePointer() {
        show(moving("A", ""), moving("B", ""), moving("C", ""));
        table.setSize(400, 200);
        select("A", "B");
        table.getPopupLocation(rightClickOn(1));
        assertThat(selected()).containsExactly("A", "B");

        table.getPopupLocation(rightClickOn(2));
        assertThat(selected()).containsExactly("C");
    }

    @Test
    void showsTopicAndSourceOnlyWhenAskedAndAtTheEnd() {
        assertThat(table.shownColumns()).doesNotContain(OrderColumn.SOURCE, OrderColumn.TOPIC);

        table.show(OrderColumn.SOURCE, true);
        table.show(OrderColumn.SOURCE, true);
        assertThat(table.shownColumns()).endsWith(OrderColumn.UPDATED, OrderColumn.SOURCE);

        table.show(OrderColumn.SOURCE, false);
        assertThat(table.shownColumns()).doesNotContain(OrderColumn.SOURCE);
    }

    @Test
    void theMessageTakesTheRoomTheOtherColumnsLeave() {
        table.setSize(1000, 100);
        table.doLayout();

        assertThat(Arrays.stream(OrderColumn.values())
                        .filter(column -> table.convertColumnIndexToView(column.index()) >= 0)
                        .mapToInt(column -> table.getColumnModel()
                                .getColumn(table.convertColumnIndexToView(column.index()))
                                .getWidth())
                        .sum())
                .isEqualTo(1000);
        assertThat(table.getColumnModel().getColumn(0).getWidth()).isEqualTo(OrderColumn.ORDER.width());
    }

    @Test
    void aColumnDraggedTakesItsRoomFromTheMessage() {
        table.setSize(1000, 100);
        table.doLayout();
        int state = table.getColumnModel().getColumn(1).getWidth();
        int message = table.getColumnModel().getColumn(3).getWidth();
        table.getTableHeader().setResizingColumn(table.getColumnModel().getColumn(0));
        table.getColumnModel().getColumn(0).setWidth(OrderColumn.ORDER.width() + 50);
        table.doLayout();
        table.getTableHeader().setResizingColumn(null);
        table.doLayout();

        assertThat(table.getColumnModel().getColumn(0).getWidth()).isEqualTo(OrderColumn.ORDER.width() + 50);
        assertThat(table.getColumnModel().getColumn(1).getWidth()).isEqualTo(state);
        assertThat(table.getColumnModel().getColumn(3).getWidth()).isEqualTo(message - 50);
    }

    @Test
    void theStatusKeepsItsColourAfterAQuietRow() {
        show(shipped("B"), Orders.watch("A"));
        var before = table.prepareRenderer(table.getCellRenderer(1, 2), 1, 2).getForeground();
        var quiet = table.prepareRenderer(table.getCellRenderer(0, 2), 0, 2).getForeground();
        var after = table.prepareRenderer(table.getCellRenderer(1, 2), 1, 2).getForeground();

        assertThat(after).isEqualTo(before).isNotEqualTo(quiet);
    }

    private MouseEvent rightClickOn(int row) {
        int y = table.getCellRect(row, 0, true).y + 1;
        return new MouseEvent(table, MouseEvent.MOUSE_PRESSED, 0, 0, 5, y, 1, true, MouseEvent.BUTTON3);
    }

    private void show(ConsoleEvent... batch) {
        model.show(book.apply(List.of(batch), Orders.NOON));
    }

    private List<String> shown() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < table.getRowCount(); i++) {
            ids.add((String) table.getValueAt(i, 0));
        }
        return ids;
    }

    private void select(String... ids) {
        table.clearSelection();
        for (String id : ids) {
            int place = shown().indexOf(id);
            table.addRowSelectionInterval(place, place);
        }
    }

    private List<String> selected() {
        return table.selected().stream().map(OrderRow::id).toList();
    }

    private static void layOut(JScrollPane scroll) {
        scroll.doLayout();
        scroll.getViewport().doLayout();
    }
}
