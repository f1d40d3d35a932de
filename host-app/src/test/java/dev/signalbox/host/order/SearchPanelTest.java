package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.failed;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.removed;
import static dev.signalbox.host.order.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLightLaf;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
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
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching and pausing, through the panel. */
class SearchPanelTest {
    private final RecordingContext console = new RecordingContext();
    private final OrderPanel panel = new OrderPanel(new OrderHistory());
    private JComponent component = new JLabel();

    @BeforeEach
    void open() throws Exception {
        component = onEdt(() -> panel.create(console));
    }

    @Test
    void aBadSearchLeavesTheRowsAndSaysWhyOnceTheOperatorStops() throws Exception {
        say(moving("A", "in hall 12"), failed("B"));
        search("hall");
        search("\"hall");

        assertThat(shown()).containsExactly("A");
        assertThat(line()).isEqualTo("close the quote");
        assertThat(error()).isEmpty();

        press("ENTER");
        assertThat(error()).startsWith("The quote is not closed.");
        assertThat(field().getClientProperty("JComponent.outline")).isEqualTo("error");
        assertThat(line()).isEqualTo("1 of 2");

        search("\"hall 12\"");
        assertThat(error()).isEmpty();
        assertThat(field().getClientProperty("JComponent.outline")).isNull();
        assertThat(shown()).containsExactly("A");
    }

    @Test
    void typingAFieldLetterByLetterIsNeverAnError() throws Exception {
        say(moving("A", ""), failed("B"));
        for (char letter : "status:failed".toCharArray()) {
            onEdt(() -> {
                field().getDocument().insertString(field().getDocument().getLength(), String.valueOf(letter), null);
                return true;
            });
            assertThat(error()).isEmpty();
        }

        assertThat(shown()).containsExactly("B");
    }

    @Test
    void escapeClearsASearchGoodOrBad() throws Exception {
        say(moving("A", ""), failed("B"));
        search("foo:bar");
        press("ENTER");
        assertThat(error()).startsWith("No field “foo”.");
        press("ESCAPE");

        assertThat(field().getText()).isEmpty();
        assertThat(error()).isEmpty();
        assertThat(line()).isEmpty();
        assertThat(shown()).containsExactly("A", "B");
    }

    @Test
    void theSearchIsCombinedWithTheQuickFilterAndTheCountIsGrouped() throws Exception {
        say(IntStream.rangeClosed(1, 2400)
                .mapToObj(n -> n % 2 == 0 ? shipped("ORD-" + n) : failed("ORD-" + n))
                .toArray(ConsoleEvent[]::new));
        onEdt(() -> {
            find(AbstractButton.class, "orders.filter-settled").doClick();
            return true;
        });
        search("-state:shipped");

        assertThat(line()).isEqualTo("1,200 of 2,400");
        assertThat(find(AbstractButton.class, "orders.filter-all").getText()).isEqualTo("All 2,400");
    }

    @Test
    void aQuickFilterKeepsItsWidthWhileItsCountChanges() throws Exception {
        say(IntStream.rangeClosed(1, 1000).mapToObj(n -> moving("ORD-" + n, "")).toArray(ConsoleEvent[]::new));
        AbstractButton failedFilter = find(AbstractButton.class, "orders.filter-failed");
        int before = onEdt(() -> failedFilter.getPreferredSize().width);
        say(IntStream.rangeClosed(1, 888).mapToObj(n -> failed("ORD-" + n)).toArray(ConsoleEvent[]::new));

        assertThat(failedFilter.getText()).isEqualTo("Failed 888");
        assertThat(onEdt(() -> failedFilter.getPreferredSize().width)).isEqualTo(before);
    }

    @Test
    void nothingOverlapsAndTheCountIsReadableInANarrowWindow() throws Exception {
        LookAndFeel before = UIManager.getLookAndFeel();
        onEdt(() -> {
            UIManager.setLookAndFeel(new FlatLightLaf());
            component = panel.create(console);
            UIManager.setLookAndFeel(before);
            return true;
        });
        say(IntStream.rangeClosed(1, 100_000).mapToObj(n -> shipped("ORD-" + n)).toArray(ConsoleEvent[]::new));
        onEdt(() -> {
            find(AbstractButton.class, "orders.filter-settled").doClick();
            return true;
        });
        for (int width : new int[] {1240, 900, 640, 1240, 560, 700}) {
            onEdt(() -> {
                component.setSize(width, 400);
                layOut(component);
                layOut(component);
                return true;
            });
            assertThat(line()).isEqualTo("100,000 of 100,000");
            assertThat(find(JLabel.class, "orders.line").getWidth())
                    .as("count at " + width)
                    .isGreaterThanOrEqualTo(find(JLabel.class, "orders.line").getPreferredSize().width);
            assertThat(field().getWidth()).as("search at " + width).isGreaterThanOrEqualTo(88);
            assertThat(overlapping(field().getParent())).as("at " + width).isEmpty();
        }
        assertThat(find(AbstractButton.class, "orders.filter-settled").getText())
                .isEqualTo("100,000");
    }

    @Test
    void pausingFreezesRowsAndCountsAndSaysWhatWaits() throws Exception {
        say(moving("A", "one"), moving("B", ""));
        pause();
        say(failed("A"), failed("A"), moving("C", ""), removed("B"));

        assertThat(shown()).containsExactly("A", "B");
        assertThat(table().getValueAt(0, 3)).isEqualTo("one");
        assertThat(find(AbstractButton.class, "orders.filter-failed").getText()).isEqualTo("Failed 0");
        assertThat(pausedWords()).matches("Paused at .+: 4 updates wait");

        press(find(AbstractButton.class, "orders.resume"));
        assertThat(shown()).containsExactly("A", "C");
        assertThat(table().getValueAt(0, 3)).isEqualTo("Payment refused");
        assertThat(find(AbstractButton.class, "orders.filter-failed").getText()).isEqualTo("Failed 1");
        assertThat(pausedWords()).isEmpty();
    }

    @Test
    void searchingSortingAndSelectingWorkOnTheFrozenRows() throws Exception {
        say(moving("A", "hall"), moving("B", "dock"));
        pause();
        say(moving("B", "hall"));
        search("hall");
        assertThat(shown()).containsExactly("A");
        onEdt(() -> {
            table().getRowSorter().toggleSortOrder(0);
            table().setRowSelectionInterval(0, 0);
            return true;
        });
        pause();

        assertThat(shown()).containsExactly("B", "A");
        assertThat(table().getSelectedRowCount()).isEqualTo(1);
        assertThat(table().getValueAt(table().getSelectedRow(), 0)).isEqualTo("A");
    }

    @Test
    void theConnectionIsToldAlsoWhilePaused() throws Exception {
        pause();
        onEdt(() -> {
            console.say(ConnectionState.CONNECTING, "");
            return true;
        });
        assertThat(find(JLabel.class, "orders.empty.title").getText()).isEqualTo("Connecting to sse/orders…");

        say(moving("A", ""));
        assertThat(shown()).isEmpty();
        pause();
        assertThat(shown()).containsExactly("A");
    }

    @Test
    void jumpingToAnOrderWithNewsResumesAndToAnyOtherDoesNot() throws Exception {
        say(moving("A", ""), moving("B", ""));
        pause();
        say(failed("B"), failed("C"));

        assertThat(jumpTo("A")).isTrue();
        assertThat(pausedWords()).isNotEmpty();
        assertThat(jumpTo("nowhere")).isFalse();
        assertThat(pausedWords()).isNotEmpty();

        assertThat(jumpTo("C")).isTrue();
        assertThat(pausedWords()).isEmpty();
        assertThat(table().getValueAt(table().getSelectedRow(), 0)).isEqualTo("C");
    }

    @Test
    void theSearchIsRememberedAndThePauseIsNot() throws Exception {
        say(moving("A", ""), failed("B"));
        search("status:failed");
        pause();
        Map<String, String> kept = onEdt(panel::remembered);
        assertThat(kept).containsEntry("search", "status:failed").doesNotContainKey("paused");

        onEdt(() -> {
            console.close();
            component = panel.create(console);
            panel.restore(kept);
            return true;
        });
        say(moving("A", ""), failed("B"));
        assertThat(field().getText()).isEqualTo("status:failed");
        assertThat(shown()).containsExactly("B");
        assertThat(pausedWords()).isEmpty();
    }

    @Test
    void aSearchIsOfBoundedLength() throws Exception {
        search("x".repeat(100_000));

        assertThat(field().getText()).hasSize(SearchDocument.MOST_CHARACTERS);
    }

    private void say(ConsoleEvent... events) throws Exception {
        onEdt(() -> {
            console.say(events);
            return true;
        });
    }

    private void search(String text) throws Exception {
        onEdt(() -> {
            field().setText(text);
            return true;
        });
    }

    private void press(String key) throws Exception {
        onEdt(() -> {
            field().getActionMap().get(key).actionPerformed(new ActionEvent(field(), 0, ""));
            return true;
        });
    }

    private void press(AbstractButton button) throws Exception {
        onEdt(() -> {
            button.doClick();
            return true;
        });
    }

    private void pause() throws Exception {
        Command command = panel.commands().stream()
                .filter(each -> each.getValue(Action.NAME).equals("Pause or resume view"))
                .findFirst()
                .orElseThrow();
        onEdt(() -> {
            command.actionPerformed(new ActionEvent(this, 0, ""));
            return true;
        });
    }

    private boolean jumpTo(String id) throws Exception {
        return onEdt(() -> panel.jumpTo(Orders.SOURCE, "orders", id));
    }

    private JTextField field() {
        return find(JTextField.class, "orders.search");
    }

    private JTable table() {
        return find(JTable.class, "orders.table");
    }

    private List<Object> shown() throws Exception {
        return onEdt(() -> IntStream.range(0, table().getRowCount())
                .mapToObj(row -> table().getValueAt(row, 0))
                .toList());
    }

    private String line() {
        return find(JLabel.class, "orders.line").getText();
    }

    private String error() {
        JLabel fault = find(JLabel.class, "orders.search-fault");
        return fault.isVisible() ? fault.getText() : "";
    }

    private String pausedWords() {
        return find(JPanel.class, "orders.paused").isVisible()
                ? find(JLabel.class, "orders.paused.words").getText()
                : "";
    }

    private static List<String> overlapping(Container container) {
        List<String> wrong = new ArrayList<>();
        Component[] all = container.getComponents();
        for (int i = 1; i < all.length; i++) {
            for (int j = 0; j < i; j++) {
                if (all[i].getBounds().intersects(all[j].getBounds())) {
                    wrong.add(all[i].getName() + " and " + all[j].getName());
                }
            }
            if (all[i].getX() + all[i].getWidth() > container.getWidth()) {
                wrong.add(all[i].getName() + " and the edge");
            }
        }
        return wrong;
    }

    private static void layOut(Component component) {
        component.invalidate();
        component.doLayout();
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                layOut(child);
            }
        }
    }

    private <C extends Component> C find(Class<C> type, String name) {
        return all(component).stream()
                .filter(each -> name.equals(each.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private static List<Component> all(Container container) {
        List<Component> found = new ArrayList<>();
        for (Component child : container.getComponents()) {
            found.add(child);
            if (child instanceof Container nested) {
                found.addAll(all(nested));
            }
        }
        return found;
    }

    private static <T> T onEdt(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }
}
