package dev.signalbox.host.failure;

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
import java.time.InstantSource;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The window that lists what went wrong while the console went on. Never opens by itself. */
final class ProblemWindow {
    private static final Texts TEXTS = Texts.of(ProblemWindow.class);
    private static final String LIST = "list";
    private static final String EMPTY = "empty";
    private static final String DOING = "problem.doing";
    private static final String WHY = "problem.why";
    private static final String NEXT = "problem.next";
    private static final String WHEN = "problem.when";
    private static final int AGES_MILLIS = 1000;

    private final ProblemLog log;
    private final ProblemWords words;

    private final SideWindow window;
    private final Heading heading = new Heading("problem", TEXTS.get("problem.title"));
    private final ProblemTable table;
    private final WordsPane details = new WordsPane(TEXTS.get("problem.details"));
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final Timer ages = new Timer(AGES_MILLIS, event -> showAges());

    private final Command copyCommand = command("copy", "copy", "menu C", this::copy);
    private final Command clearCommand = command("clear", "dismiss", "menu shift DELETE", this::clear);
    private final Command closeCommand = command("close", "", "ESCAPE", this::close);

    ProblemWindow(Window owner, ProblemLog log, InstantSource clock) {
        this.log = log;
        Times times = Times.ofUser(clock);
        words = new ProblemWords(times);
        table = new ProblemTable(new ProblemTableModel(), times);
        window = new SideWindow(owner, "problem.window", TEXTS.get("problem.title"), content(), this::close);
        table.getSelectionModel().addListSelectionListener(event -> showSelected());
        update();
    }

    void update() {
        table.show(log.all());
        heading.show(
                log.size() > 0 ? "problems" : "status-good",
                ProblemWords.count(log.size()),
                ProblemWords.dropped(log.dropped(), log.size()));
        cards.show(body, log.size() == 0 ? EMPTY : LIST);
        showSelected();
    }

    void showDensity(Density density) {
        table.showDensity(density);
    }

    void open() {
        window.takeFocus();
        ages.start();
        (log.size() == 0 ? body : table).requestFocusInWindow();
    }

    void dispose() {
        ages.stop();
        window.dispose();
    }

    private JComponent content() {
        details.add(DOING, TEXTS.get("part.doing"));
        details.add(WHY, TEXTS.get("part.why"));
        details.add(NEXT, TEXTS.get("part.next"));
        details.add(WHEN, TEXTS.get("problem.part.when"));
        JScrollPane rows = new JScrollPane(table);
        rows.setPreferredSize(new Dimension(0, 0));
        rows.setBorder(BorderFactory.createEmptyBorder());
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, rows, details);
        split.setName("problem.split");
        split.setResizeWeight(1);
        split.setBorder(BorderFactory.createEmptyBorder());
        body.add(split, LIST);
        body.add(new EmptyState("problem.empty", TEXTS.get("problem.none.hint")), EMPTY);

        JPanel content = new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow,fill]", "[][grow,fill][]"));
        content.add(heading);
        content.add(body, "hmin 0");
        content.add(buttons());
        // The table's own Control+C would copy its cells, and its own Escape do nothing.
        table.getActionMap().put("copy", copyCommand);
        table.getActionMap().put("cancel", closeCommand);
        return content;
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new MigLayout("insets 8 16 12 16, fillx, gap 8 8", "[]push[][]"));
        buttons.add(button(copyCommand, KeyEvent.VK_C));
        buttons.add(button(clearCommand, KeyEvent.VK_R));
        buttons.add(button(closeCommand, KeyEvent.VK_L));
        List.of(copyCommand, clearCommand, closeCommand).forEach(command -> command.bindIn(buttons));
        return buttons;
    }

    private static JButton button(Command command, int mnemonic) {
        JButton button = command.button();
        button.setMnemonic(mnemonic);
        return button;
    }

    private static Command command(String name, String icon, String shortcut, Runnable deed) {
        return Command.of("problem." + name, TEXTS.get("problem.command." + name), icon, shortcut, deed);
    }

    private void showSelected() {
        copyCommand.setEnabled(log.size() > 0);
        clearCommand.setEnabled(log.size() > 0);
        List<ProblemGroup> selected = table.selected();
        if (!selected.isEmpty()) {
            ProblemGroup group = selected.get(0);
            details.set(DOING, group.latest().doing());
            details.set(WHY, group.latest().cause());
            details.set(NEXT, group.latest().nextStep());
            details.set(WHEN, words.when(group));
        }
    }

    private void showAges() {
        if (!window.isShowing()) {
            ages.stop();
            return;
        }
        table.repaint();
    }

    private void copy() {
        List<ProblemGroup> copied = table.selected().isEmpty() ? log.all() : table.selected();
        boolean done = Clipboards.copy(words.lines(copied));
        heading.notice(done ? TEXTS.get("problem.notice.copied", copied.size()) : TEXTS.get("notice.clipboard"));
    }

    private void clear() {
        log.clear();
        heading.notice("");
    }

    private void close() {
        window.hide();
        heading.notice("");
    }
}
