package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.order;
import static dev.signalbox.host.order.Orders.removed;
import static dev.signalbox.host.order.Orders.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.event.TableModelEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderTableModelTest {
    private final OrderBook book = new OrderBook();
    private final OrderTableModel model = new OrderTableModel(book, Orders.words());
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void listen() {
        model.addTableModelListener(event -> events.add(switch (event.getType()) {
                    case TableModelEvent.INSERT -> "insert ";
                    case TableModelEvent.DELETE -> "delete ";
                    default -> event.getLastRow() == Integer.MAX_VALUE ? "all " : "update ";
                }
                + event.getFirstRow()
                + "-"
                + event.getLastRow()));
    }

    @Test
    void tellsNewRowsInOneEvent() {
        show(moving("A", ""), moving("B", ""), moving("C", ""));

        assertThat(events).containsExactly("insert 0-2");
    }

    @Test
    void tellsChangedRowsInOneEventThatSpansThem() {
        show(moving("A", ""), moving("B", ""), moving("C", ""), moving("D", ""));
        events.clear();
        show(moving("D", "1"), moving("B", "1"), moving("B", "2"));

        assertThat(events).containsExactly("update 1-3");
    }

    @Test
    void tellsNewAndChangedRowsInOneEvent() {
        show(moving("A", ""));
        events.clear();
        show(moving("A", "1"), moving("B", ""));

        assertThat(events).containsExactly("insert 1-1");
        assertThat(model.lastChange().changed()).hasSize(1);
    }

    @Test
    void tellsRemovedNeighboursInOneEvent() {
        show(moving("A", ""), moving("B", ""), moving("C", ""), moving("D", ""));
        events.clear();
        show(removed("C"), removed("B"));

        assertThat(events).containsExactly("delete 1-2");
    }

    @Test
    void tellsAMixtureWithRemovedRowsInOneEvent() {
        show(moving("A", ""), moving("B", ""), moving("C", ""));
        events.clear();
        show(removed("A"), removed("C"), moving("B", "1"), moving("D", ""));

        assertThat(events).containsExactly("all 0-" + Integer.MAX_VALUE);
    }

    @Test
    void tellsNothingWhenNothingChanged() {
        show(moving("A", ""));
        events.clear();
        show(moving("A", ""), removed("unknown"));

        assertThat(events).isEmpty();
    }

    @Test
    void showsTextsAsTheyCame() {
        show(order("s/x", "ORD-1", "", "On Hold", "<html>a\nb"));

        assertThat(cell(OrderColumn.ORDER)).isEqualTo("ORD-1");
        assertThat(cell(OrderColumn.STATE)).isEmpty();
        assertThat(cell(OrderColumn.STATUS)).isEqualTo("On Hold");
        assertThat(cell(OrderColumn.MESSAGE)).isEqualTo("<html>a\nb");
        assertThat(cell(OrderColumn.UPDATED)).isEqualTo("12:00:00");
        assertThat(cell(OrderColumn.SOURCE)).isEqualTo("s/x");
    }

    @Test
    void saysOfARowWithoutAnUpdateThatThereIsNone() {
        show(watch("ORD-1"));

        assertThat(cell(OrderColumn.STATUS)).isEqualTo("no update yet");
        assertThat(cell(OrderColumn.UPDATED)).isEmpty();
    }

    private void show(ConsoleEvent... batch) {
        model.show(book.apply(List.of(batch)));
    }

    private String cell(OrderColumn column) {
        return model.getValueAt(0, column.index());
    }
}
