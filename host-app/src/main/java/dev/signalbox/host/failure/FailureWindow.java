package dev.signalbox.host.failure;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Clipboards;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.EmptyState;
import dev.signalbox.host.ui.Heading;
import dev.signalbox.host.ui.SideWindow;
import dev.signalbox.host.ui.Texts;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The one window that lists every failed order and says what to do about it. */
final class FailureWindow {
    private static final Texts TEXTS = Texts.of(FailureWindow.class);
    private static final String LIST = "list";
    private static final String EMPTY = "empty";
    private static final int AGES_MILLIS = 1000;

    private final FailureList list;
    private final Consumer<? super WorkEvent> jump;
    private final FailureWords words;

    private final SideWindow window;
    private final Heading heading = new Heading("failure", TEXTS.get("window.title"));
    private final FailureTable table;
    private final FailureDetails details;
    private final FailureExportDialog export;
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
    private final Timer ages = new Timer(AGES_MILLIS, event -> showAges());

    private final Command jumpCommand = command("jump", "jump", "menu J", this::jump);
    private final Command copyCommand = command("copy", "copy", "menu C", this::copy);
    private final Command exportCommand = command("export", "export", "menu E", this::export);
    private final Command detailsCommand = command("details", "details", "menu D", this::toggleDetails);
    private final Command dismissCommand = command("dismiss", "dismiss", "DELETE", this::dismiss);
    private final Command dismissAllCommand = command("dismiss-all", "", "menu shift DELETE", this::dismissAll);
    private final Command closeCommand = command("close", "", "ESCAPE", this::close);
    private final JToggleButton detailsButton = new JToggleButton(detailsCommand);
    private boolean behind;

    FailureWindow(Window owner, FailureList list, EventBus bus, InstantSource clock, Consumer<? super WorkEvent> jump) {
        this.list = list;
        this.jump = jump;
        Times times = Times.ofUser(clock);
        words = new FailureWords(times);
        table = new FailureTable(new FailureTableModel(list.all()), times);
        details = new FailureDetails(words);
        JComponent content = content();
        export = new FailureExportDialog(content, bus, clock, heading::notice);
        window = new SideWindow(owner, "failure.window", TEXTS.get("window.title"), content, this::close);
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                showSelected();
            }
        });
        showAll();
    }

    /** While it is closed it lets the list go its way, and catches up when it opens. */
    void take(FailuresChanged change) {
        if (isShowing()) {
            table.take(change);
            showAll();
        } else {
            behind = true;
        }
    }

    private void catchUp() {
        if (behind) {
            behind = false;
            table.showAll(list.all());
            showAll();
        }
    }

    void exported(ExportEnded end) {
        export.ended(end);
    }

    void showDensity(Density density) {
        table.showDensity(density);
    }

    boolean isShowing() {
        return window.isShowing();
    }

    /** Shows itself; the focus stays where it is. */
    void appear() {
        catchUp();
        window.appear();
        ages.start();
    }

    /** Shows itself to the operator who asked for it, with these failures selected if they are listed. */
    void open(Collection<Failure.Key> about) {
        catchUp();
        table.select(about);
        window.takeFocus();
        ages.start();
        (list.isEmpty() ? body : table).requestFocusInWindow();
    }

    void dispose() {
        ages.stop();
        window.dispose();
    }

    private JComponent content() {
        JScrollPane rows = new JScrollPane(table);
        rows.setPreferredSize(new Dimension(0, 0));
        rows.setBorder(BorderFactory.createEmptyBorder());
        split.setName("failure.split");
        split.setTopComponent(rows);
        split.setBottomComponent(details.pane());
        split.setResizeWeight(1);
        split.setBorder(BorderFactory.createEmptyBorder());
        body.add(split, LIST);
        body.add(new EmptyState("failure.empty", TEXTS.get("window.none.hint")), EMPTY);

        JPanel content = new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow,fill]", "[][grow,fill][]"));
        content.add(heading);
        content.add(body, "hmin 0");
        content.add(buttons());
        closeCommand.bindIn(content);
        // The table's own Control+C would copy its cells, its own Enter go to the next row, and its own Escape do
        // nothing.
        table.getActionMap().put("copy", copyCommand);
        table.getActionMap().put("cancel", closeCommand);
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("ENTER"), "failure.jump");
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && table.rowAtPoint(event.getPoint()) >= 0) {
                    jump();
                }
            }
        });
        table.getActionMap().put("failure.jump", jumpCommand);
        return content;
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new MigLayout("insets 8 16 12 16, fillx, gap 8 8", "[][][][]push[][][]"));
        detailsButton.setName("failure.details");
        detailsButton.getAccessibleContext().setAccessibleName(TEXTS.get("command.details"));
        detailsButton.setMnemonic(KeyEvent.VK_D);
        buttons.add(button(jumpCommand, KeyEvent.VK_J));
        buttons.add(button(copyCommand, KeyEvent.VK_C));
        buttons.add(button(exportCommand, KeyEvent.VK_E));
        buttons.add(detailsButton);
        buttons.add(button(dismissCommand, KeyEvent.VK_S));
        buttons.add(button(dismissAllCommand, KeyEvent.VK_A));
        buttons.add(button(closeCommand, KeyEvent.VK_L));
        List.of(jumpCommand, copyCommand, exportCommand, detailsCommand, dismissCommand, dismissAllCommand)
                .forEach(command -> command.bindIn(buttons));
        return buttons;
    }

    private static JButton button(Command command, int mnemonic) {
        JButton button = command.button();
        button.setMnemonic(mnemonic);
        return button;
    }

    private static Command command(String name, String icon, String shortcut, Runnable deed) {
        return Command.of("failure." + name, TEXTS.get("command." + name), icon, shortcut, deed);
    }

    private void showAll() {
        heading.show(
                list.open() > 0 ? "failures" : "status-good",
                FailureWords.counts(list.open(), list.recovered()),
                list.summaries().stream()
                        .map(watch -> words.summary(watch, list.summaries().size() > 1))
                        .collect(Collectors.joining(" · ")));
        table.showSource(list.severalSources());
        cards.show(body, list.isEmpty() ? EMPTY : LIST);
        if (table.getSelectedRow() < 0 && table.getRowCount() > 0) {
            table.setRowSelectionInterval(0, 0);
        }
        showSelected();
    }

    private void showSelected() {
        List<Failure> selected = table.selected();
        details.show(selected.isEmpty() ? null : selected.get(0));
        jumpCommand.setEnabled(selected.size() == 1);
        dismissCommand.setEnabled(!selected.isEmpty());
        List.of(copyCommand, exportCommand, detailsCommand, dismissAllCommand)
                .forEach(command -> command.setEnabled(!list.isEmpty()));
    }

    private void showAges() {
        if (!window.isShowing()) {
            ages.stop();
            return;
        }
        table.repaint();
    }

    private void jump() {
        List<Failure> selected = table.selected();
        if (selected.size() == 1) {
            jump.accept(selected.get(0).latest());
        }
    }

    private void copy() {
        List<Failure> copied = table.selected().isEmpty() ? table.inOrder() : table.selected();
        boolean done = Clipboards.copy(words.lines(copied));
        heading.notice(done ? TEXTS.get("notice.copied", copied.size()) : TEXTS.get("notice.clipboard"));
    }

    private void export() {
        export.ask(table.inOrder());
    }

    private void toggleDetails() {
        details.showRaw(!details.showsRaw());
        detailsButton.setSelected(details.showsRaw());
        int wanted = Math.max(details.pane().wantedHeight(), details.pane().getPreferredSize().height);
        int most = split.getHeight() * 3 / 5;
        split.setDividerLocation(split.getHeight() - Math.min(wanted, most) - split.getDividerSize());
    }

    private void dismiss() {
        dismiss(table.selected());
    }

    private void dismissAll() {
        dismiss(list.all());
    }

    private void dismiss(List<Failure> seen) {
        list.dismiss(seen);
        heading.notice(TEXTS.get("notice.dismissed", seen.size()));
    }

    private void close() {
        window.hide();
        heading.notice("");
    }
}
