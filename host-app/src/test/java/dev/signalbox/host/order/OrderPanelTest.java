package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.failed;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.order;
import static dev.signalbox.host.order.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.WorkUpdate;
import dev.signalbox.api.ui.Actions;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Command;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderPanelTest {
    private final RecordingContext console = new RecordingContext();
    private final OrderHistory history = new OrderHistory();
    private final OrderPanel panel = new OrderPanel(history);
    private final List<String> started = new ArrayList<>();
    private JComponent component = new JLabel();

    @BeforeEach
    void open() throws Exception {
        panel.offerWhenEmpty(
                List.of(Command.of("stream.connect", "Connect…", "", "menu N", () -> started.add("connect"))));
        component = onEdt(() -> panel.create(console));
    }

    @Test
    void withoutAStreamItOffersTheWaysToGetOne() throws Exception {
        assertThat(emptyTitle()).isEqualTo("No stream yet.");
        onEdt(() -> {
            find(AbstractButton.class, "orders.empty.stream.connect").doClick();
            return true;
        });

        assertThat(started).containsExactly("connect");
    }

    @Test
    void saysWhereTheConnectionStandsWhileThereAreNoOrders() throws Exception {
        say(ConnectionState.CONNECTING, "");
        assertThat(emptyTitle()).isEqualTo("Connecting to sse/orders…");
        say(ConnectionState.OPEN, "");
        assertThat(emptyTitle()).isEqualTo("No orders yet.");
        assertThat(labels()).contains("Connected, waiting for the first update.");
        say(ConnectionState.FAILED, "The server said 401 Unauthorized.");
        assertThat(labels()).contains("The server said 401 Unauthorized.");
    }

    @Test
    void everyConnectionStateHasItsWords() throws Exception {
        for (ConnectionState state : ConnectionState.values()) {
            say(state, "because");
            assertThat(emptyTitle()).as(state.name()).isNotBlank();
        }
    }

    @Test
    void aBarRunsAndOrderCommandsRestUntilTheFirstUpdate() throws Exception {
        JProgressBar waiting = find(JProgressBar.class, "orders.waiting");
        assertThat(waiting.isVisible()).isFalse();

        say(ConnectionState.CONNECTING, "");
        assertThat(waiting.isVisible()).isTrue();
        say(ConnectionState.OPEN, "");
        onEdt(() -> {
            console.say(Orders.watch("ORD-1"));
            table().selectAll();
            return true;
        });
        assertThat(waiting.isVisible()).isTrue();
        assertThat(command("orders.copy").isEnabled()).isFalse();

        onEdt(() -> {
            console.say(moving("ORD-1", ""));
            return true;
        });
        assertThat(waiting.isVisible()).isFalse();
        assertThat(command("orders.copy").isEnabled()).isTrue();
        assertThat(command("orders.show-failures").isEnabled()).isFalse();
    }

    @Test
    void aSearchWithoutAMatchSaysSoAndWhatClearsIt() throws Exception {
        onEdt(() -> {
            console.say(moving("ORD-1", ""), moving("ORD-2", ""));
            find(JTextField.class, "orders.search").setText("xyz");
            return true;
        });

        assertThat(emptyTitle()).isEqualTo("No order matches “xyz”.");
        assertThat(labels()).contains("Esc clears the search.", "0 of 2");

        onEdt(() -> {
            JTextField search = find(JTextField.class, "orders.search");
            search.getActionMap().get("ESCAPE").actionPerformed(new ActionEvent(search, 0, ""));
            return true;
        });
        assertThat(table().getRowCount()).isEqualTo(2);
    }

    @Test
    void quickFiltersCountLive() throws Exception {
        onEdt(() -> {
            console.say(moving("A", ""), shipped("B"), failed("C"));
            return true;
        });
        assertThat(find(AbstractButton.class, "orders.filter-failed").getText()).isEqualTo("Failed 1");

        onEdt(() -> {
            find(AbstractButton.class, "orders.filter-failed").doClick();
            console.say(failed("A"));
            return true;
        });
        assertThat(find(AbstractButton.class, "orders.filter-failed").getText()).isEqualTo("Failed 2");
        assertThat(labels()).contains("2 of 3");
        assertThat(table().getRowCount()).isEqualTo(2);
    }

    @Test
    void showsTheFailuresSelectedThroughTheConsolesAction() throws Exception {
        onEdt(() -> {
            console.say(moving("A", ""), failed("B"), failed("C"));
            table().setRowSelectionInterval(0, 1);
            command("orders.show-failures").actionPerformed(new ActionEvent(this, 0, ""));
            return true;
        });

        assertThat(console.invoked).containsExactly(List.of(Actions.SHOW_ORDER_ERROR, "B"));
    }

    @Test
    void jumpingToAnOrderClearsTheFiltersThatHideIt() throws Exception {
        boolean found = onEdt(() -> {
            console.say(moving("A", ""), failed("B"));
            find(AbstractButton.class, "orders.filter-failed").doClick();
            find(JTextField.class, "orders.search").setText("zzz");
            return panel.jumpTo(Orders.SOURCE, "orders", "A");
        });

        assertThat(found).isTrue();
        assertThat(table().getRowCount()).isEqualTo(2);
        assertThat(table().getValueAt(table().getSelectedRow(), 0)).isEqualTo("A");
        assertThat(onEdt(() -> panel.jumpTo(Orders.SOURCE, "orders", "gone"))).isFalse();
    }

    @Test
    void jumpingToAnOrderInSightKeepsTheFilters() throws Exception {
        onEdt(() -> {
            console.say(moving("A", ""), failed("B"));
            find(AbstractButton.class, "orders.filter-failed").doClick();
            return panel.jumpTo(Orders.SOURCE, "orders", "B");
        });

        assertThat(table().getRowCount()).isEqualTo(1);
    }

    @Test
    void theSourceIsShownWhenThereAreSeveral() throws Exception {
        onEdt(() -> {
            console.say(order("a/x", "A", "", "", ""));
            return true;
        });
        assertThat(table().getColumnCount()).isEqualTo(6);

        onEdt(() -> {
            console.say(WorkUpdate.done("b/y", "jobs", "J", ""));
            return true;
        });
        assertThat(table().getColumnCount()).isEqualTo(8);
    }

    @Test
    void rowsTakeTheHeightOfTheDensityChosen() throws Exception {
        int compact = table().getRowHeight();
        onEdt(() -> {
            console.change(HostSettings.DENSITY, Density.ROOMY);
            return true;
        });

        assertThat(table().getRowHeight()).isGreaterThan(compact);
    }

    @Test
    void detailsShowWhatWasRecordedOfTheSelectedOrderNewestFirst() throws Exception {
        history.take(List.of(moving("A", "first"), moving("A", "second"), shipped("A")));
        onEdt(() -> {
            console.say(shipped("A"));
            table().setRowSelectionInterval(0, 0);
            return true;
        });

        assertThat(steps()).containsExactly("Handed over", "second", "first");
    }

    @Test
    void detailsLookAgainWhileTheOrderChanges() throws Exception {
        history.take(List.of(moving("A", "first")));
        onEdt(() -> {
            console.say(moving("A", "first"));
            table().setRowSelectionInterval(0, 0);
            return true;
        });
        history.take(List.of(shipped("A")));

        await().untilAsserted(() -> assertThat(steps()).containsExactly("Handed over", "first"));
    }

    @Test
    void severalSelectedOrdersAreCountedByWhatTheyMean() throws Exception {
        onEdt(() -> {
            console.say(moving("A", ""), shipped("B"), failed("C"), failed("D"), Orders.watch("E"));
            table().selectAll();
            return true;
        });

        assertThat(labels()).contains("5 orders selected", "2 failed · 1 moving · 1 settled · 1 not moved yet");
    }

    @Test
    void whatIsRememberedIsRestored() throws Exception {
        Map<String, String> remembered = onEdt(() -> {
            panel.restore(Map.of(
                    "columns",
                    "status,order",
                    "width.order",
                    "200",
                    "sort",
                    "updated",
                    "filter",
                    "failed",
                    "split",
                    "0.4",
                    "details",
                    "false"));
            return panel.remembered();
        });

        assertThat(remembered)
                .containsEntry("columns", "status,order,state,message,updated,age")
                .containsEntry("width.order", "200")
                .containsEntry("sort", "updated")
                .containsEntry("filter", "failed")
                .containsEntry("split", "0.400")
                .containsEntry("details", "false");
    }

    @Test
    void everyInteractiveComponentHasAStableAndAnAccessibleName() throws Exception {
        onEdt(() -> {
            console.say(moving("A", ""));
            return true;
        });
        for (Component each : all(component)) {
            boolean interactive =
                    each instanceof AbstractButton || each instanceof JTable || each instanceof JTextField;
            // Buttons inside another component, such as an arrow of a scroll bar, belong to the look.
            if (interactive && each.isFocusable() && !each.getClass().getName().contains("plaf")) {
                assertThat(each.getName()).as(each.toString()).startsWith("orders.");
                assertThat(each.getAccessibleContext().getAccessibleName())
                        .as(each.getName())
                        .isNotBlank();
            }
        }
    }

    @Test
    void noTextFromOutsideBecomesMarkup() throws Exception {
        String markup = "<html><img src=http://127.0.0.1:1/x>";
        onEdt(() -> {
            console.say(ConnectionState.WAITING, markup);
            console.say(
                    order(markup, markup, markup, markup, markup),
                    WorkUpdate.done("b", markup, "J", markup).withDetails(Map.of(markup, markup)));
            for (int row = 0; row < 2; row++) {
                table().setRowSelectionInterval(row, row);
                for (int column = 0; column < table().getColumnCount(); column++) {
                    Component cell = table().prepareRenderer(table().getCellRenderer(row, column), row, column);
                    assertThat(((JComponent) cell).getClientProperty(BasicHTML.propertyKey))
                            .isNull();
                }
                assertNoMarkup();
            }
            find(JTextField.class, "orders.search").setText(markup + "zzz");
            assertNoMarkup();
            return true;
        });
    }

    @Test
    void aClosedPanelHearsNothingAndDoesNothing() throws Exception {
        onEdt(() -> {
            console.close();
            return true;
        });

        assertThat(console.listeners()).isZero();
        assertThat(panel.commands()).isEmpty();
        assertThat(panel.remembered()).isEmpty();
        assertThat(panel.jumpTo("a", "b", "c")).isFalse();
    }

    private List<String> steps() throws Exception {
        JTable steps = find(JTable.class, "orders.history");
        return onEdt(() -> IntStream.range(0, steps.getRowCount())
                .mapToObj(row -> String.valueOf(steps.getModel().getValueAt(row, HistoryTableModel.MESSAGE)))
                .toList());
    }

    private void assertNoMarkup() {
        for (Component each : all(component)) {
            if (each instanceof JComponent swing && !(each instanceof JTextComponent)) {
                assertThat(swing.getClientProperty(BasicHTML.propertyKey))
                        .as(each.toString())
                        .isNull();
            }
        }
    }

    private void say(ConnectionState state, String reason) throws Exception {
        onEdt(() -> {
            console.say(state, reason);
            return true;
        });
    }

    private String emptyTitle() {
        return find(JLabel.class, "orders.empty.title").getText();
    }

    private List<String> labels() {
        return all(component).stream()
                .filter(JLabel.class::isInstance)
                .map(label -> ((JLabel) label).getText())
                .toList();
    }

    private JTable table() {
        return find(JTable.class, "orders.table");
    }

    private Command command(String id) {
        int place = List.of("orders.find", "orders.copy", "orders.show-failures", "orders.toggle-details")
                .indexOf(id);
        return panel.commands().get(place);
    }

    private <C extends Component> C find(Class<C> type, String name) {
        return all(component).stream()
                .filter(each -> name.equals(each.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    private static List<Component> all(Container container) {
        List<Component> found = new ArrayList<>();
        for (Component child : container.getComponents()) {
            found.add(child);
            if (child instanceof Container inner) {
                found.addAll(all(inner));
            }
        }
        return found;
    }

    private static <T> T onEdt(Callable<T> deed) throws Exception {
        FutureTask<T> task = new FutureTask<>(deed);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }
}
