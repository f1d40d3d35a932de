package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.swing.JScrollPane;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens in whatever order: the table shows what a plain sorted list would, and keeps the selection. */
class TablePropertiesTest {
    private static final int IDS = 60;
    private static final List<String> STATES = List.of("PROCESSING", "SHIPPED", "CANCELLED", "odd");
    private static final List<String> STATUSES = List.of("IN_PROGRESS", "COMPLETED", "FAILED", "");

    @Property(tries = 150)
    void rowsSelectionAndPlacesAreThoseOfAPlainList(@ForAll long seed) {
        Random random = new Random(seed);
        OrderBook book = new OrderBook();
        OrderTableModel model = new OrderTableModel(book, Orders.words());
        OrderTable table = new OrderTable(model);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setSize(600, 200);
        Set<OrderRow> chosen = new HashSet<>();
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(8)) {
                case 0 -> table.sorter().orderBy(order(random));
                case 1 -> table.sorter().filterBy(filter(random));
                case 2 -> choose(table, random, chosen);
                default -> model.show(book.apply(batch(random)));
            }
            scroll.doLayout();
            scroll.getViewport().doLayout();
            chosen.removeIf(OrderRow::isGone);
            check(book, table, chosen);
        }
    }

    private static void check(OrderBook book, OrderTable table, Set<OrderRow> chosen) {
        List<OrderRow> expected = new ArrayList<>(book.rows());
        expected.removeIf(row -> !table.sorter().filter().matches(row));
        expected.sort(table.sorter().order());
        List<OrderRow> shown = new ArrayList<>();
        Set<OrderRow> selected = new HashSet<>();
        for (int i = 0; i < table.getRowCount(); i++) {
            OrderRow row = book.rows().get(table.convertRowIndexToModel(i));
            shown.add(row);
            assertThat(table.convertRowIndexToView(row.index())).isEqualTo(i);
            assertThat(table.shownRow(i)).isSameAs(row);
            if (table.isRowSelected(i)) {
                selected.add(row);
            }
        }
        assertThat(shown).isEqualTo(expected);
        Set<OrderRow> chosenInSight = new HashSet<>(chosen);
        chosenInSight.retainAll(shown);
        assertThat(selected).isEqualTo(chosenInSight);
        assertThat(table.getSelectionModel().getMaxSelectionIndex()).isLessThan(table.getRowCount());
        assertThat(table.getSelectionModel().getLeadSelectionIndex()).isLessThan(table.getRowCount());
        for (OrderRow row : book.rows()) {
            assertThat(table.convertRowIndexToView(row.index())).isEqualTo(shown.indexOf(row));
        }
    }

    /** As an operator does: one row, and more of them with Control. */
    private static void choose(OrderTable table, Random random, Set<OrderRow> chosen) {
        if (table.getRowCount() == 0) {
            return;
        }
        chosen.clear();
        table.clearSelection();
        for (int i = 0; i <= random.nextInt(4); i++) {
            int place = random.nextInt(table.getRowCount());
            table.addRowSelectionInterval(place, place);
            chosen.add(table.shownRow(place));
        }
    }

    private static List<ConsoleEvent> batch(Random random) {
        List<ConsoleEvent> batch = new ArrayList<>();
        int size = random.nextInt(30);
        for (int i = 0; i < size; i++) {
            String id = "ORD-" + random.nextInt(IDS);
            if (random.nextInt(6) == 0) {
                batch.add(Orders.removed(id));
            } else {
                batch.add(Orders.order(
                        Orders.SOURCE,
                        id,
                        STATES.get(random.nextInt(STATES.size())),
                        STATUSES.get(random.nextInt(STATUSES.size())),
                        "a message longer than keys, number " + random.nextInt(9)));
            }
        }
        return batch;
    }

    private static RowOrder order(Random random) {
        RowOrder order = RowOrder.FIRST;
        for (int i = 0; i < 3; i++) {
            OrderColumn column = OrderColumn.ALL.get(random.nextInt(OrderColumn.ALL.size()));
            order = i == 0 ? order.clicked(column) : order.added(column);
        }
        return order;
    }

    private static OrderFilter filter(Random random) {
        List<QuickFilter> filters = List.of(QuickFilter.values());
        QuickFilter quick = filters.get(random.nextInt(filters.size()));
        return OrderFilter.of(quick, random.nextBoolean() ? "" : "-1", "no update yet");
    }
}
