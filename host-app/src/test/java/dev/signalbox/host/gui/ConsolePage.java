package dev.signalbox.host.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.host.app.ConsoleUnderTest;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.AWTEventListener;
import java.awt.event.ContainerEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTableFixture;

/** The one way tests see and use the console's window. Reads on the EDT, waits with Awaitility, never sleeps. */
final class ConsolePage {
    static final String SOURCE = "sse/orders";

    private final ConsoleUnderTest console;
    private final Robot robot;
    private final FrameFixture frame;
    private final List<String> shownStates;
    private final AWTEventListener recorder;

    private ConsolePage(
            ConsoleUnderTest console,
            Robot robot,
            FrameFixture frame,
            List<String> shownStates,
            AWTEventListener recorder) {
        this.console = console;
        this.robot = robot;
        this.frame = frame;
        this.shownStates = shownStates;
        this.recorder = recorder;
    }

    static ConsolePage open(Path home, String... arguments) throws InterruptedException {
        List<String> states = new CopyOnWriteArrayList<>();
        AWTEventListener recorder = event -> recordStates(event, states);
        Toolkit.getDefaultToolkit().addAWTEventListener(recorder, AWTEvent.CONTAINER_EVENT_MASK);
        Robot robot = BasicRobot.robotWithCurrentAwtHierarchyWithoutScreenLock();
        ConsoleUnderTest console = ConsoleUnderTest.open(home, arguments);
        FrameFixture frame = WindowFinder.findFrame(new GenericTypeMatcher<>(JFrame.class, true) {
                    @Override
                    protected boolean isMatching(JFrame candidate) {
                        return "console".equals(candidate.getName());
                    }
                })
                .withTimeout(20_000)
                .using(robot);
        return new ConsolePage(console, robot, frame, states, recorder);
    }

    // ---- orders

    /** The rows as shown, from top to bottom, each as its cells' texts. */
    List<List<String>> rows() {
        JTable table = ordersTable().target();
        return onEdt(() -> IntStream.range(0, table.getRowCount())
                .mapToObj(row -> IntStream.range(0, table.getColumnCount())
                        .mapToObj(column -> cell(table, row, column))
                        .toList())
                .toList());
    }

    List<String> orderIds() {
        return rows().stream().map(row -> row.get(0)).toList();
    }

    long settled() {
        return rows().stream()
                .filter(row -> List.of("SHIPPED", "CANCELLED").contains(row.get(1)))
                .count();
    }

    List<String> row(String orderId) {
        return rows().stream()
                .filter(row -> row.get(0).equals(orderId))
                .findFirst()
                .orElse(List.of());
    }

    int rowHeight() {
        JTable table = ordersTable().target();
        return onEdt(table::getRowHeight);
    }

    void selectOrder(String orderId) {
        int row = orderIds().indexOf(orderId);
        assertThat(row).as("row of " + orderId).isNotNegative();
        ordersTable().selectRows(row);
    }

    List<String> selectedOrders() {
        JTable table = ordersTable().target();
        return onEdt(() -> IntStream.of(table.getSelectedRows())
                .mapToObj(row -> cell(table, row, 0))
                .toList());
    }

    void search(String text) {
        frame.textBox("orders.search").deleteText().enterText(text);
    }

    String searched() {
        JTextComponent field = frame.textBox("orders.search").target();
        return onEdt(field::getText);
    }

    boolean searchHasFocus() {
        JTextComponent field = frame.textBox("orders.search").target();
        return onEdt(field::isFocusOwner);
    }

    void clickFilter(String key) {
        frame.toggleButton("orders.filter-" + key).click();
    }

    void sortBy(String column) {
        ordersTable().tableHeader().clickColumn(column);
    }

    /** The column the rows are sorted by; -1 for none. */
    int sortedColumn() {
        JTable table = ordersTable().target();
        return onEdt(() -> table.getRowSorter().getSortKeys().stream()
                .findFirst()
                .map(javax.swing.RowSorter.SortKey::getColumn)
                .orElse(-1));
    }

    JTableFixture ordersTable() {
        return frame.table("orders.table");
    }

    // ---- connection

    String connectionState() {
        return label("connection.state." + SOURCE);
    }

    String connectionDetail() {
        return label("connection.detail." + SOURCE);
    }

    /** What a label says; nothing while there is no such label. */
    private String label(String name) {
        return onEdt(() -> labels(frame.target()).stream()
                .filter(label -> name.equals(label.getName()))
                .map(JLabel::getText)
                .findFirst()
                .orElse(""));
    }

    void awaitConnection(String state) {
        eventually(() -> assertThat(connectionState()).isEqualTo(state));
    }

    /** Every word the indicator has shown, in order. */
    List<String> shownStates() {
        return List.copyOf(shownStates);
    }

    void press(String command) {
        frame.button(command).click();
    }

    void menu(String command) {
        frame.menuItem("menu." + command).click();
    }

    /** Runs a command of the menus without the mouse, where a dialog may lie over them. */
    void invoke(String command) {
        javax.swing.JMenuItem item = frame.menuItem("menu." + command).target();
        onEdt(() -> {
            item.doClick();
            return null;
        });
    }

    /** Types into the field that has the focus, once it is the one expected. */
    void type(String field, String text) {
        eventually(() -> assertThat(focused()).isEqualTo(field));
        robot.enterText(text);
    }

    /** Presses a key on a component, once it has the focus. */
    void press(int key, String component) {
        eventually(() -> assertThat(focused()).isEqualTo(component));
        key(key);
    }

    /** The name of the component that has the focus. */
    String focused() {
        return onEdt(() -> {
            Component owner = java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager()
                    .getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getName());
        });
    }

    /** Presses a key while others, such as Control, are held. */
    void key(int key, int... held) {
        for (int modifier : held) {
            robot.pressKey(modifier);
        }
        robot.pressAndReleaseKeys(key);
        for (int modifier : held) {
            robot.releaseKey(modifier);
        }
    }

    boolean enabled(String button) {
        return onEdt(frame.button(button).target()::isEnabled);
    }

    // ---- failures and problems

    DialogFixture dialog(String name) {
        return WindowFinder.findDialog(name).withTimeout(20_000).using(robot);
    }

    boolean windowShown(String name) {
        return onEdt(() -> java.util.Arrays.stream(java.awt.Window.getWindows())
                .anyMatch(window -> name.equals(window.getName()) && window.isShowing()));
    }

    List<String> failedOrders() {
        return column(dialog("failure.window").table("failure.table").target(), 0);
    }

    String badge(String name) {
        return onEdt(frame.button(name).target()::getText);
    }

    List<String> column(JTable table, int column) {
        return onEdt(() -> IntStream.range(0, table.getRowCount())
                .mapToObj(row -> cell(table, row, column))
                .toList());
    }

    // ---- details, copying and export

    /** The messages of the timeline, the newest first. */
    List<String> steps() {
        JTable table = frame.table("orders.history").target();
        return onEdt(() -> IntStream.range(0, table.getRowCount())
                .mapToObj(row -> cell(table, row, table.getColumnModel().getColumnIndex("Message")))
                .toList());
    }

    void selectAllOrders() {
        JTable table = ordersTable().target();
        onEdt(() -> {
            table.selectAll();
            return null;
        });
    }

    String details(String name) {
        return label("orders.details." + name);
    }

    /** What the strip below the orders says; nothing while it is not there. */
    String news() {
        return label("orders.job.words");
    }

    boolean detailsShown() {
        return onEdt(() -> {
            Component details = robot.finder().findByName(frame.target(), "orders.details", false);
            return details.isVisible() && details.getHeight() > 0;
        });
    }

    int rowsInSight() {
        JTable table = ordersTable().target();
        return onEdt(() -> table.getVisibleRect().height / table.getRowHeight());
    }

    /** Lays the window out as well, which the screen inside the JVM leaves undone. */
    void resizeTo(java.awt.Dimension size) {
        onEdt(() -> {
            frame.target().setSize(size);
            frame.target().validate();
            return null;
        });
    }

    /** Asks for the export by its keys and answers with a path. */
    void exportTo(Path file) {
        key(java.awt.event.KeyEvent.VK_E, java.awt.event.KeyEvent.VK_CONTROL, java.awt.event.KeyEvent.VK_SHIFT);
        answerExport(file);
    }

    /** Types a path into the export dialog that is open, and Enter. */
    void answerExport(Path file) {
        eventually(() -> assertThat(onEdt(() -> java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager()
                        .getFocusOwner()))
                .isInstanceOf(javax.swing.JTextField.class));
        javax.swing.JTextField field = (javax.swing.JTextField) onEdt(() ->
                java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
        onEdt(() -> {
            field.setText(file.toString());
            return null;
        });
        key(java.awt.event.KeyEvent.VK_ENTER);
    }

    // ---- diagnostics

    /** Opens the diagnostics with their shortcut. */
    DialogFixture openDiagnostics() {
        key(KeyEvent.VK_D, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        return dialog("diagnostics");
    }

    /** What the status bar says of the console's health; it may have fallen silent again since. */
    String healthLine() {
        return onEdt(healthButton()::getText);
    }

    /** Clicks the line, also when it has just fallen silent. */
    void clickHealthLine() {
        JButton line = healthButton();
        onEdt(() -> {
            line.doClick();
            return null;
        });
    }

    private JButton healthButton() {
        return robot.finder().findByName(frame.target(), "diagnostics.line", JButton.class, false);
    }

    /** What the clipboard holds. */
    static String clipboard() {
        return onEdt(() ->
                String.valueOf(Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor)));
    }

    // ---- the whole

    String title() {
        return onEdt(frame.target()::getTitle);
    }

    FrameFixture frame() {
        return frame;
    }

    Robot robot() {
        return robot;
    }

    ConsoleUnderTest console() {
        return console;
    }

    void quiesce() throws InterruptedException {
        console.quiesce();
    }

    /** Closes the window as an operator does. */
    void clickClose() {
        frame.close();
    }

    int exitCode() throws Exception {
        return console.exit().get(15, java.util.concurrent.TimeUnit.SECONDS);
    }

    void close() throws Exception {
        Toolkit.getDefaultToolkit().removeAWTEventListener(recorder);
        if (!console.exit().isDone()) {
            GuiActionRunner.execute(() -> frame.target()
                    .dispatchEvent(
                            new java.awt.event.WindowEvent(frame.target(), java.awt.event.WindowEvent.WINDOW_CLOSING)));
            console.exit().get(15, java.util.concurrent.TimeUnit.SECONDS);
        }
        robot.cleanUp();
    }

    // ---- the table of orders

    /** Sorts by a further column, as a click with Shift does. */
    void sortAlsoBy(String column) {
        robot.pressKey(java.awt.event.KeyEvent.VK_SHIFT);
        try {
            ordersTable().tableHeader().clickColumn(column);
        } finally {
            robot.releaseKey(java.awt.event.KeyEvent.VK_SHIFT);
        }
    }

    /** What is sorted by, such as {@code State ASCENDING}, first key first. */
    List<String> sortedBy() {
        JTable table = ordersTable().target();
        return onEdt(() -> table.getRowSorter().getSortKeys().stream()
                .map(key -> table.getModel().getColumnName(key.getColumn()) + " " + key.getSortOrder())
                .toList());
    }

    List<String> columns() {
        JTable table = ordersTable().target();
        return onEdt(() -> IntStream.range(0, table.getColumnCount())
                .mapToObj(table::getColumnName)
                .toList());
    }

    /** Scrolls so that a row is the first in sight. */
    void scrollTo(String orderId) {
        JTable table = ordersTable().target();
        int row = orderIds().indexOf(orderId);
        onEdt(() -> {
            ((javax.swing.JViewport) table.getParent())
                    .setViewPosition(new java.awt.Point(0, row * table.getRowHeight()));
            return null;
        });
    }

    /** How far below the upper edge of the view an order stands, in pixels. */
    int heightOnScreen(String orderId) {
        JTable table = ordersTable().target();
        return onEdt(() -> IntStream.range(0, table.getRowCount())
                .filter(row -> orderId.equals(table.getValueAt(row, 0)))
                .map(row -> row * table.getRowHeight() - table.getVisibleRect().y)
                .findFirst()
                .orElseThrow());
    }

    /** Puts events on the console's bus, as a source does. */
    void publish(dev.signalbox.api.ConsoleEvent... events) {
        console.bus().publish(List.of(events));
    }

    boolean menuShown(String name) {
        return onEdt(() -> java.util.Arrays.stream(
                        javax.swing.MenuSelectionManager.defaultManager().getSelectedPath())
                .anyMatch(element -> name.equals(element.getComponent().getName())));
    }

    void awaitFocus(String component) {
        eventually(() -> assertThat(focused()).isEqualTo(component));
    }

    static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }

    static String textOf(JTextComponent component) {
        return onEdt(component::getText);
    }

    static <T> T onEdt(Callable<T> question) {
        return GuiActionRunner.execute(question);
    }

    /** What a cell shows: the text of its renderer, not the value behind it. */
    private static String cell(JTable table, int row, int column) {
        Component shown = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
        return shown instanceof JLabel label ? label.getText() : String.valueOf(table.getValueAt(row, column));
    }

    private static void recordStates(AWTEvent event, List<String> states) {
        if (event instanceof ContainerEvent added && added.getID() == ContainerEvent.COMPONENT_ADDED) {
            for (JLabel label : labels(added.getChild())) {
                if (("connection.state." + SOURCE).equals(label.getName())) {
                    note(label.getText(), states);
                    label.addPropertyChangeListener("text", change -> note(label.getText(), states));
                }
            }
        }
    }

    private static List<JLabel> labels(Component component) {
        List<JLabel> found = new ArrayList<>();
        if (component instanceof JLabel label) {
            found.add(label);
        } else if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                found.addAll(labels(child));
            }
        }
        return found;
    }

    private static void note(String state, List<String> states) {
        if (!state.isEmpty()
                && (states.isEmpty() || !states.get(states.size() - 1).equals(state))) {
            states.add(state);
        }
    }

    // ---- searching and pausing

    /** What stands beside the search field. */
    String searchLine() {
        return label("orders.line");
    }

    /** Why the search cannot be read; nothing while all is well. */
    String searchError() {
        return shownLabel("orders.search-fault");
    }

    /** What the strip over the table says while the view is paused; nothing while it is live. */
    String pausedWords() {
        return shownLabel("orders.paused.words");
    }

    String quickFilter(String key) {
        return onEdt(frame.toggleButton("orders.filter-" + key).target()::getText);
    }

    /** Pauses or resumes the view by keyboard. */
    void keyPauseView() {
        key(java.awt.event.KeyEvent.VK_V, java.awt.event.KeyEvent.VK_CONTROL, java.awt.event.KeyEvent.VK_SHIFT);
    }

    private String shownLabel(String name) {
        return onEdt(() -> labels(frame.target()).stream()
                .filter(label -> name.equals(label.getName()) && label.isShowing())
                .map(JLabel::getText)
                .findFirst()
                .orElse(""));
    }
}
