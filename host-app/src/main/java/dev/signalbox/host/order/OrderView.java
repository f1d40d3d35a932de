package dev.signalbox.host.order;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.ui.Actions;
import dev.signalbox.host.bus.SourceWithdrawn;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.Texts;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/**
 * The panel on screen: hears the batches, moves them into the book, and lets table, details, tool bar and empty state say
 * what is so now. Made and used on the EDT.
 */
final class OrderView {
    private final Texts texts;
    private final Clock clock;
    private final LocalTimes times;
    private final RowWords words;
    private final Actions actions;

    private final OrderBook book;
    private final Connections connections = new Connections();
    private final OrderTableModel model;
    private final OrderTable table;
    private final OrderCommands commands;
    private final OrderToolbar toolbar;
    private final OrderDetails details;
    private final EmptyPane empty;
    private final JProgressBar waiting = new JProgressBar();
    private final DetailsSplit split;
    private final JPanel panel;
    private ShownUpdates shown = ShownUpdates.NONE;

    OrderView(Texts texts, Clock clock, int historyMost, Actions actions, List<Command> starts) {
        this.texts = texts;
        this.clock = clock;
        this.times = new LocalTimes(clock, Locale.getDefault(Locale.Category.FORMAT));
        this.words = new RowWords(texts, times);
        this.actions = actions;
        this.book = new OrderBook(historyMost);
        this.model = new OrderTableModel(book, words);
        this.table = Named.as(new OrderTable(model), "orders.table", texts.get("table.name"));
        this.commands =
                OrderCommands.of(texts, this::focusSearch, this::copySelected, this::showFailures, this::toggleDetails);
        this.toolbar = new OrderToolbar(texts, commands.tools(), this::filterChanged, this::focusTable);
        this.details = new OrderDetails(texts, words);
        this.empty = new EmptyPane(starts);
        this.split = new DetailsSplit(tableArea(), details, texts.get("split.name"));
        this.panel = new JPanel(new MigLayout("insets 0, fill, gap 0", "[grow, fill]", "[][3!][grow, fill]"));
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
        BookChange change = book.apply(batch, Instant.now(clock));
        model.show(change);
        long updates = batch.stream().filter(WorkEvent.class::isInstance).count();
        shown = new ShownUpdates(
                shown.received() + updates,
                shown.shown() + change.inserted().size() + change.changed().size());
        if (!change.isEmpty()) {
            table.show(OrderColumn.TOPIC, book.topics().size() > 1);
            table.show(OrderColumn.SOURCE, book.sources().size() > 1);
        }
        refresh();
    }

    ShownUpdates shown() {
        return shown;
    }

    void keepHistory(int most) {
        book.keepHistory(most);
    }

    void show(Density density) {
        table.show(density);
        details.show(density);
    }

    /** False when there is no such row. */
    boolean jumpTo(RowKey key) {
        Optional<OrderRow> found = book.find(key);
        found.ifPresent(row -> {
            if (!table.sorter().filter().matches(row)) {
                toolbar.clearSearch();
                toolbar.choose(QuickFilter.ALL);
            }
            table.jumpTo(row);
        });
        return found.isPresent();
    }

    OrderPanelState state() {
        return new OrderPanelState(
                table.shownColumns(),
                table.widths(),
                table.sorter().order(),
                table.sorter().filter().quick(),
                split.detailsShown(),
                split.share());
    }

    void restore(OrderPanelState state) {
        table.widen(state.widths());
        table.moveColumns(state.columns());
        table.sorter().orderBy(state.order());
        split.restore(state.split(), state.detailsShown());
        toolbar.choose(state.quick());
    }

    private void assemble() {
        panel.setName("orders.panel");
        Named.as(waiting, "orders.waiting", texts.get("waiting.name"));
        waiting.setBorderPainted(false);
        waiting.putClientProperty("JProgressBar.square", true);
        panel.add(toolbar, "wrap");
        panel.add(waiting, "wmin 0, h 3!, hidemode 0, wrap");
        panel.add(split, "wmin 0, hmin 0");
        commands.find().bindIn(panel);
        commands.failures().bindIn(panel);
        commands.details().bindIn(panel);
        // Only in the table: in a text field the same keys copy text.
        table.getActionMap().put("copy", commands.copy());
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                selectionChanged();
            }
        });
        table.setComponentPopupMenu(menu());
    }

    private Overlay tableArea() {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        return new Overlay(empty, scroll, table.getTableHeader());
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.add(commands.copy().menuItem());
        menu.add(commands.failures().menuItem());
        menu.addSeparator();
        menu.add(commands.details().menuItem());
        return menu;
    }

    private void refresh() {
        OrderCounts counts = book.counts();
        OrderFilter filter = table.sorter().filter();
        int shown = table.getRowCount();
        toolbar.show(counts, shown, !filter.showsAll());
        waiting.setVisible(counts.moved() == 0 && connections.promising());
        waiting.setIndeterminate(waiting.isVisible());
        if (shown > 0) {
            empty.rest();
        } else if (counts.total() > 0) {
            empty.show(EmptyWords.ofFilter(texts, filter));
        } else {
            empty.show(EmptyWords.ofConnection(texts, times, connections.best()));
        }
        selectionChanged();
    }

    private void selectionChanged() {
        List<OrderRow> selected = table.selected();
        boolean any = book.counts().moved() > 0;
        commands.copy().setEnabled(any && !selected.isEmpty());
        commands.failures().setEnabled(any && book.counts().failed() > 0);
        details.show(selected, book.counts().total() > 0);
    }

    private void filterChanged() {
        table.sorter().filterBy(toolbar.filter(texts.get("status.quiet")));
        refresh();
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
        String text = CopiedRows.of(selected, table.shownColumns(), words);
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        } catch (IllegalStateException heldByAnotherProgram) {
            Command.refuse();
        }
    }

    private void showFailures() {
        List<WorkEvent> failed = table.selected().stream()
                .filter(OrderRow::failed)
                .flatMap(row -> row.latest().stream())
                .toList();
        actions.invoke(Actions.SHOW_ORDER_ERROR, failed);
    }

    private void toggleDetails() {
        split.showDetails(!split.detailsShown());
    }
}
