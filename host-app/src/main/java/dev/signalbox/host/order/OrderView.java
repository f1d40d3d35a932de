package dev.signalbox.host.order;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.ui.Actions;
import dev.signalbox.host.bus.SourceWithdrawn;
import dev.signalbox.host.export.JobStrip;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.table.JTableHeader;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The panel on screen: hears the batches, moves them into the book, and lets table, details, tool bar and empty state say
 * what is so now. Made and used on the EDT.
 */
final class OrderView {
    /** Fewer would not be a table; the details give way before. */
    private static final int LEAST_ROWS = 8;

    private final Texts texts;
    private final Clock clock;
    private final LocalTimes times;
    private final RowWords words;
    private final StatusWords statusWords;
    private final Actions actions;

    private final OrderBook book = new OrderBook();
    private final Connections connections = new Connections();
    private final OrderTableModel model;
    private final OrderTable table;
    private final ColumnMenu columnMenu;
    private final OrderCommands commands;
    private final OrderToolbar toolbar;
    private final PauseBar pauseBar;
    private final HistoryCopies copies;
    private final OrderDetails details;
    private final JobStrip strip = new JobStrip("orders.job");
    private final RowsLeaving leaving;
    private final EmptyPane empty;
    private final JProgressBar waiting = new JProgressBar();
    private final DetailsSplit split;
    private final JPanel panel;
    private long changesShown;

    /** What waits; null while the view is live. */
    private @Nullable HeldUpdates held;

    OrderView(Texts texts, Clock clock, OrderHistory history, Actions actions, List<Command> starts) {
        this.texts = texts;
        this.clock = clock;
        this.times = new LocalTimes(clock, Locale.getDefault(Locale.Category.FORMAT));
        this.words = new RowWords(texts, times);
        this.statusWords = StatusWords.of(texts);
        this.actions = actions;
        this.model = new OrderTableModel(book, words);
        this.table = Named.as(new OrderTable(model), "orders.table", texts.get("table.name"));
        this.columnMenu = new ColumnMenu(texts, words, table);
        this.commands = OrderCommands.of(
                texts,
                this::focusSearch,
                this::copySelected,
                this::showFailures,
                this::toggleDetails,
                this::openColumnMenu,
                this::togglePause,
                this::copyHistory,
                this::copyHistoryAsJson,
                this::export);
        this.toolbar = new OrderToolbar(texts, commands.tools(), this::filterChanged, this::focusTable);
        this.pauseBar = new PauseBar(texts, times, commands.pause());
        HistoryWords historyWords = new HistoryWords(texts, times, clock);
        this.details = new OrderDetails(texts, words, historyWords, history);
        this.leaving = new RowsLeaving(texts, words, clock, strip);
        this.copies = new HistoryCopies(texts, historyWords, details, leaving);
        this.empty = new EmptyPane(starts);
        this.split = new DetailsSplit(tableArea(), details, texts.get("split.name"), this::leastTableHeight);
        this.panel = new JPanel(new MigLayout("insets 0, fill, gap 0", "[grow, fill]", "[][][][3!][grow, fill][]"));
        assemble();
        refresh();
    }

    JPanel component() {
        return panel;
    }

    OrderTable table() {
        return table;
    }

    List<Command> commands() {
        return Stream.concat(commands.all().stream(), toolbar.filterCommands().stream())
                .toList();
    }

    /** Sources that live already; their own words replace this as soon as they have any. */
    void know(List<SourceControl> sources) {
        for (SourceControl source : sources) {
            ConnectionState state = source.state();
            connections.take(
                    new ConnectionChanged(source.source(), state, 0, Optional.empty(), "", Instant.now(clock)));
        }
        refresh();
    }

    void take(List<? extends ConsoleEvent> batch) {
        for (ConsoleEvent event : batch) {
            if (event instanceof ConnectionChanged change) {
                connections.take(change);
            } else if (event instanceof SourceWithdrawn withdrawn) {
                connections.forget(withdrawn.source());
            }
        }
        if (held != null) {
            held.take(batch);
            pauseBar.show(held);
            showWhyEmpty();
            return;
        }
        apply(batch);
    }

    private void apply(List<? extends ConsoleEvent> batch) {
        BookChange change = book.apply(batch);
        changesShown += change.changed().size() + change.inserted().size();
        model.show(change);
        if (!change.isEmpty()) {
            table.show(OrderColumn.TOPIC, book.topics().size() > 1);
            table.show(OrderColumn.SOURCE, book.sources().size() > 1);
        }
        refresh();
    }

    ShownUpdates shown() {
        return new ShownUpdates(book.received(), changesShown);
    }

    void flashChanges(boolean wanted) {
        table.flashes().show(wanted);
    }

    /** Ends what goes on by itself. */
    void dispose() {
        details.dispose();
        strip.dispose();
    }

    void show(Density density) {
        table.show(density);
        details.show(density);
    }

    /** False when there is no such row. */
    boolean jumpTo(RowKey key) {
        if (held != null && held.concerns(key)) {
            // Whoever asks for an order wants it as it is now, not as it was.
            togglePause();
        }
        Optional<OrderRow> found = book.find(key);
        found.ifPresent(row -> {
            if (!table.sorter().filter().matches(row)) {
                toolbar.search("");
                toolbar.choose(QuickFilter.ALL);
            }
            table.jumpTo(row);
        });
        return found.isPresent();
    }

    OrderPanelState state() {
        return new OrderPanelState(
                table.shownColumns(),
                table.columns().widths(),
                table.columns().hidden(),
                table.sorter().order(),
                table.sorter().filter().quick(),
                table.sorter().filter().query().text(),
                split.detailsShown(),
                split.share());
    }

    void restore(OrderPanelState state) {
        table.columns().widen(state.widths());
        table.columns().arrange(state.columns());
        table.columns().hide(state.hidden());
        table.sorter().orderBy(state.order());
        split.restore(state.split(), state.detailsShown());
        toolbar.search(state.search());
        toolbar.choose(state.quick());
    }

    private void assemble() {
        panel.setName("orders.panel");
        Named.as(waiting, "orders.waiting", texts.get("waiting.name"));
        waiting.setBorderPainted(false);
        waiting.putClientProperty("JProgressBar.square", true);
        // With cells of their own, a row that hides does not move the others up into its size.
        panel.add(toolbar, "cell 0 0, wmin 0");
        panel.add(toolbar.faultLine(), "cell 0 1, wmin 0, gapleft 12, gapright 12, gapbottom 4, hidemode 3");
        panel.add(pauseBar, "cell 0 2, wmin 0, hidemode 3");
        panel.add(waiting, "cell 0 3, wmin 0, h 3!, hidemode 0");
        panel.add(split, "cell 0 4, wmin 0, hmin 0");
        panel.add(strip, "cell 0 5, wmin 0, hidemode 3");
        commands.find().bindIn(panel);
        commands.pause().bindIn(panel);
        commands.failures().bindIn(panel);
        commands.details().bindIn(panel);
        commands.columns().bindIn(panel);
        commands.export().bindIn(panel);
        commands.ofHistory().forEach(command -> command.bindIn(panel));
        details.offer(
                commands.ofHistory(),
                Command.of("orders.copy-steps", texts.get("command.copy-history"), "", "menu C", this::copySteps));
        // Only in the table: in a text field the same keys copy text.
        table.getActionMap().put("copy", commands.copy());
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                selectionChanged();
            }
        });
        table.setComponentPopupMenu(menu());
        Named.as(table.getTableHeader(), "orders.header", texts.get("header.name"));
        table.getTableHeader().setComponentPopupMenu(columnMenu);
    }

    private Overlay tableArea() {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        return new Overlay(empty, scroll, table.getTableHeader());
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.add(commands.copy().menuItem());
        menu.add(commands.export().menuItem());
        menu.addSeparator();
        menu.add(commands.copyHistory().menuItem());
        menu.add(commands.copyHistoryAsJson().menuItem());
        menu.addSeparator();
        menu.add(commands.failures().menuItem());
        menu.addSeparator();
        menu.add(commands.details().menuItem());
        menu.add(commands.columns().menuItem());
        return menu;
    }

    private void refresh() {
        OrderCounts counts = book.counts();
        OrderFilter filter = table.sorter().filter();
        int shown = table.getRowCount();
        toolbar.show(counts, shown, !filter.showsAll());
        showWhyEmpty();
        selectionChanged();
    }

    /** Also while the view is paused: the connection lives on. */
    private void showWhyEmpty() {
        OrderCounts counts = book.counts();
        waiting.setVisible(counts.moved() == 0 && connections.promising());
        waiting.setIndeterminate(waiting.isVisible());
        if (table.getRowCount() > 0) {
            empty.rest();
        } else if (counts.total() > 0) {
            empty.show(EmptyWords.ofFilter(texts, table.sorter().filter()));
        } else {
            empty.show(EmptyWords.ofConnection(texts, times, connections.best()));
        }
    }

    private void selectionChanged() {
        int selected = table.getSelectedRowCount();
        boolean any = book.counts().moved() > 0;
        commands.copy().setEnabled(any && selected > 0);
        commands.export().setEnabled(book.counts().total() > 0);
        commands.ofHistory().forEach(command -> command.setEnabled(selected == 1));
        commands.failures().setEnabled(any && book.counts().failed() > 0);
        if (selected == 1) {
            details.showOne(table.selected().get(0));
        } else if (selected > 1) {
            details.showSeveral(selected, table::selected);
        } else {
            details.showNone(book.counts().total() > 0);
        }
    }

    private void filterChanged() {
        table.sorter().filterBy(toolbar.filter(statusWords));
        refresh();
    }

    /** Freezes the rows while events are held, or catches up in one step. */
    private void togglePause() {
        HeldUpdates waited = held;
        if (waited == null) {
            held = new HeldUpdates(Instant.now(clock), key -> book.find(key).isPresent());
            pauseBar.show(held);
            commands.pause().putValue(Action.SMALL_ICON, Icons.of(OrderCommands.RESUME_ICON));
        } else {
            held = null;
            apply(waited.all());
            if (pauseBar.rest()) {
                table.requestFocusInWindow();
            }
            commands.pause().putValue(Action.SMALL_ICON, Icons.of(OrderCommands.PAUSE_ICON));
        }
    }

    private void focusSearch() {
        toolbar.focusSearch();
    }

    private void focusTable() {
        if (table.getSelectedRow() < 0 && table.getRowCount() > 0) {
            table.setRowSelectionInterval(0, 0);
        }
        table.requestFocusInWindow();
    }

    private void copySelected() {
        List<OrderRow> selected = table.selected();
        if (selected.isEmpty()) {
            Command.refuse();
            return;
        }
        leaving.copy(selected, table.shownColumns());
    }

    private void copyHistory() {
        copies.history();
    }

    private void copySteps() {
        copies.chosenSteps();
    }

    private void copyHistoryAsJson() {
        copies.historyAsJson();
    }

    private void export() {
        leaving.export(panel, table);
    }

    private int leastTableHeight() {
        return table.getTableHeader().getPreferredSize().height + LEAST_ROWS * table.getRowHeight();
    }

    private void showFailures() {
        List<WorkEvent> failed = table.selected().stream()
                .filter(OrderRow::failed)
                .flatMap(row -> row.latest().stream())
                .toList();
        actions.invoke(Actions.SHOW_ORDER_ERROR, failed);
    }

    private void openColumnMenu() {
        JTableHeader header = table.getTableHeader();
        columnMenu.show(header, 0, header.getHeight());
    }

    private void toggleDetails() {
        split.toggle();
    }
}
