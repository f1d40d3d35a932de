package dev.signalbox.host.shell;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.ui.Actions;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.connection.ConnectionCommands;
import dev.signalbox.host.connection.ConnectionIndicator;
import dev.signalbox.host.diagnostics.Diagnostics;
import dev.signalbox.host.failure.FailureActions;
import dev.signalbox.host.failure.FailuresChanged;
import dev.signalbox.host.failure.ProblemActions;
import dev.signalbox.host.order.OrderPanel;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.awt.BorderLayout;
import java.awt.Frame;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The console's main window: puts the parts together and remembers how the operator left them. EDT. */
public final class MainWindow {
    private static final Texts TEXTS = Texts.of(MainWindow.class);
    private static final String ORDERS = "orders";

    private final HostBus bus;
    private final Settings settings;
    private final WindowMemory memory;
    private final PanelArea panels;
    private final OrderPanel orders;
    private final ConnectionIndicator indicator;
    private final ConnectionCommands connection;
    private final FailureActions failures;
    private final ProblemActions problems;
    private final HostActions actions;
    private final WindowCommands commands;
    private final Notices notices;
    private final Diagnostics diagnostics;
    private final Deque<Subscription> started = new ArrayDeque<>();
    private @Nullable JFrame frame;

    @Inject
    MainWindow(
            HostBus bus,
            Settings settings,
            WindowMemory memory,
            PanelArea panels,
            OrderPanel orders,
            ConnectionIndicator indicator,
            ConnectionCommands connection,
            FailureActions failures,
            ProblemActions problems,
            HostActions actions,
            WindowCommands commands,
            Notices notices,
            Diagnostics diagnostics) {
        this.bus = bus;
        this.settings = settings;
        this.memory = memory;
        this.panels = panels;
        this.orders = orders;
        this.indicator = indicator;
        this.connection = connection;
        this.failures = failures;
        this.problems = problems;
        this.actions = actions;
        this.commands = commands;
        this.notices = notices;
        this.diagnostics = diagnostics;
    }

    /**
     * Makes everything and starts listening, without showing it yet: what happens from now on is not missed.
     *
     * @param closed called when the operator closes the window
     */
    public void build(Runnable closed) {
        applyTheme();
        JFrame made = new JFrame(TEXTS.get("title"));
        frame = made;
        made.setName("console");
        made.setIconImages(List.of(
                Icons.of("signalbox", 16).getImage(),
                Icons.of("signalbox", 32).getImage(),
                Icons.of("signalbox", 64).getImage()));
        made.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        made.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closed.run();
            }
        });
        commands.attach(made, closed);
        orders.offerWhenEmpty(List.of(commands.connectTo(), commands.demo()));
        actions.add(Actions.SHOW_ORDER_ERROR, failures::show);
        started.push(problems.start(made));
        started.push(bus.labelled("window title")
                .subscribe(FailuresChanged.class, Delivery.UI, Replay.NONE, this::showFailed));
        started.push(failures.start(made, order -> jumpTo(made, order)));
        started.push(diagnostics.start(made, orders::shown, failures::letGo));

        JPanel content = new JPanel(new BorderLayout());
        content.add(new ToolBar(connection.all(), indicator.create(), commands), BorderLayout.NORTH);
        content.add(panels.create(), BorderLayout.CENTER);
        content.add(statusBar(), BorderLayout.SOUTH);
        made.setContentPane(content);
        made.setJMenuBar(new MenuBar(TEXTS)
                .build(
                        commands,
                        connection.all(),
                        orders.commands(),
                        List.of(failures.command(), problems.command(), notices.command(), diagnostics.command())));

        started.push(panels.start());
        started.push(notices.start());
        started.push(indicator.start());
        started.push(connection.start());
        started.push(settings.onChange(HostSettings.THEME, now -> applyTheme()));
        started.push(settings.onChange(HostSettings.FONT, now -> applyTheme()));
        memory.load();
        memory.restore(made);
        orders.restore(memory.part(ORDERS));
    }

    /** Shows the window. */
    public void show() {
        if (frame != null) {
            commands.showDemo();
            frame.setVisible(true);
            orders.focus();
        }
    }

    /** Remembers how the window was left, stops listening and closes it. */
    public void dispose() {
        if (frame == null) {
            return;
        }
        memory.keep(frame);
        memory.keepPart(ORDERS, orders.remembered());
        memory.save();
        while (!started.isEmpty()) {
            started.pop().close();
        }
        for (java.awt.Window window : frame.getOwnedWindows()) {
            window.dispose();
        }
        frame.dispose();
        frame = null;
    }

    private void showFailed(List<FailuresChanged> changes) {
        commands.showFailed(changes.get(changes.size() - 1).open());
    }

    private void jumpTo(JFrame window, WorkEvent order) {
        window.setExtendedState(window.getExtendedState() & ~Frame.ICONIFIED);
        window.toFront();
        orders.jumpTo(order.source(), order.topic(), order.key());
    }

    private void applyTheme() {
        Theme.apply(settings.get(HostSettings.THEME), settings.get(HostSettings.FONT));
    }

    private JComponent statusBar() {
        JPanel bar = new JPanel(new MigLayout("insets 2 8 2 8, gap 8", "[]push[][][]", "[]"));
        bar.setName("statusbar");
        bar.add(notices.create(), "wmin 0");
        bar.add(diagnostics.line(orders::shown, failures::letGo), "wmin 0");
        bar.add(failures.badge());
        bar.add(problems.badge());
        return bar;
    }
}
