package dev.signalbox.host.diagnostics;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Clipboards;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Heading;
import dev.signalbox.host.ui.SideWindow;
import dev.signalbox.host.ui.Texts;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The window that says whether the console keeps up, and why not. Reads once a second while it is shown. */
final class DiagnosticsWindow {
    private static final Texts TEXTS = Texts.of(DiagnosticsWindow.class);
    private static final int REFRESH_MILLIS = 1000;

    private final HealthMeter health;
    private final LoadMeter load;
    private final Stalls stalls;
    private final InstantSource clock;

    private final SideWindow window;
    private final Heading heading = new Heading("diagnostics", TEXTS.get("title"));
    private final SubscriptionTable subscriptions = new SubscriptionTable(new SubscriptionTableModel());
    private final StallPane stallPane;
    private final Timer refresh = new Timer(REFRESH_MILLIS, event -> refresh());
    private Health lastHealth;
    private Load lastLoad;

    private final Command copyCommand = command("copy", "copy", "menu C", this::copyStalls);
    private final Command copyAllCommand = command("copy-all", "copy", "menu shift C", this::copyAll);
    private final Command closeCommand = command("close", "", "ESCAPE", this::close);

    DiagnosticsWindow(Window owner, HealthMeter health, LoadMeter load, Stalls stalls, InstantSource clock) {
        this.health = health;
        this.load = load;
        this.stalls = stalls;
        this.clock = clock;
        lastHealth = health.read();
        lastLoad = load.read();
        stallPane = new StallPane(stalls);
        window = new SideWindow(owner, "diagnostics", TEXTS.get("title"), content(), this::close);
    }

    void showDensity(Density density) {
        subscriptions.showDensity(density);
        stallPane.table().showDensity(density);
    }

    /** Comes to the front; the focus goes to the stalls, or, without any, to the subscriptions. */
    void open() {
        refresh();
        window.takeFocus();
        refresh.start();
        (stalls.total() > 0 ? stallPane.table() : subscriptions).requestFocusInWindow();
    }

    void dispose() {
        refresh.stop();
        window.dispose();
    }

    private void refresh() {
        if (refresh.isRunning() && !window.isShowing()) {
            refresh.stop();
            return;
        }
        lastHealth = health.read();
        lastLoad = load.read();
        boolean well = lastHealth.losses().none() && !HealthWords.lags(lastHealth);
        heading.show(
                well ? "status-good" : "status-warn",
                HealthWords.sentence(lastHealth),
                TEXTS.get("summary", HealthWords.rate(lastHealth), LoadWords.line(lastLoad)));
        subscriptions.show(lastHealth.subscriptions());
        stallPane.update();
        copyCommand.setEnabled(stalls.total() > 0);
    }

    private JComponent content() {
        JScrollPane rows = new JScrollPane(subscriptions);
        rows.setPreferredSize(new Dimension(0, UIScale.scale(200)));
        rows.setMinimumSize(new Dimension(0, UIScale.scale(64)));
        rows.setBorder(BorderFactory.createEmptyBorder());
        stallPane.setPreferredSize(new Dimension(0, UIScale.scale(200)));
        stallPane.setMinimumSize(new Dimension(0, UIScale.scale(96)));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, rows, stallPane);
        split.setName("diagnostics.split");
        split.setResizeWeight(0.5);
        split.setBorder(BorderFactory.createEmptyBorder());

        JPanel content = new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow,fill]", "[][grow,fill][]"));
        content.add(heading);
        content.add(split, "hmin 0");
        content.add(buttons());
        // A table's own Control+C would copy its cells, and its own Escape do nothing.
        stallPane.table().getActionMap().put("copy", copyCommand);
        stallPane.table().getActionMap().put("cancel", closeCommand);
        subscriptions.getActionMap().put("copy", command("copy", "copy", "menu C", this::copySubscriptions));
        subscriptions.getActionMap().put("cancel", closeCommand);
        return content;
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new MigLayout("insets 8 16 12 16, fillx, gap 8 8", "[]push[][]"));
        buttons.add(button(copyCommand, KeyEvent.VK_C));
        buttons.add(button(copyAllCommand, KeyEvent.VK_A));
        buttons.add(button(closeCommand, KeyEvent.VK_L));
        List.of(copyCommand, copyAllCommand, closeCommand).forEach(command -> command.bindIn(buttons));
        return buttons;
    }

    private static JButton button(Command command, int mnemonic) {
        JButton button = command.button();
        button.setMnemonic(mnemonic);
        return button;
    }

    private static Command command(String name, String icon, String shortcut, Runnable deed) {
        return Command.of("diagnostics." + name, TEXTS.get("command." + name), icon, shortcut, deed);
    }

    private void copyStalls() {
        List<Stall> selected = stallPane.table().selected();
        List<Stall> copied = selected.isEmpty() ? stalls.newestFirst() : selected;
        copy(
                copied.stream().map(StallWords::inFull).collect(Collectors.joining("\n")),
                TEXTS.get("notice.copied", copied.size()));
    }

    private void copySubscriptions() {
        List<SubscriptionLine> copied = subscriptions.selected();
        copy(
                copied.stream().map(DiagnosticsReport::words).collect(Collectors.joining("\n")),
                TEXTS.get("notice.copied.subscriptions", copied.size()));
    }

    private void copyAll() {
        String version = DiagnosticsWindow.class.getPackage().getImplementationVersion();
        copy(
                DiagnosticsReport.of(version == null ? "" : version, clock.instant(), lastHealth, lastLoad, stalls),
                TEXTS.get("notice.copied.all"));
    }

    private void copy(String text, String done) {
        heading.notice(Clipboards.copy(text) ? done : TEXTS.get("notice.clipboard"));
    }

    private void close() {
        refresh.stop();
        window.hide();
        heading.notice("");
    }
}
