package dev.signalbox.host.failure;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.awt.Window;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of the console may do with failures: start watching for them, show them, offer the command and the badge
 * that show them. The window opens by one path, whether an operator asks for it or {@link OpeningRule} does. Used on the
 * EDT only.
 */
public final class FailureActions {
    private enum Asker {
        OPERATOR,
        RULE
    }

    private final FailureLog log;
    private final FailureList list;
    private final FailureExport export;
    private final HostBus bus;
    private final Settings settings;
    private final InstantSource clock;

    private @Nullable FailureWindow window;
    private @Nullable Window owner;

    @Inject
    FailureActions(
            FailureLog log,
            FailureList list,
            FailureExport export,
            HostBus bus,
            Settings settings,
            InstantSource clock) {
        this.log = log;
        this.list = list;
        this.export = export;
        this.bus = bus;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts to remember failures and to show them; before any source runs.
     *
     * @param mainWindow the console's main window
     * @param jump takes the order that shall be shown in its table
     * @return ends it and closes the window
     */
    public Subscription start(Window mainWindow, Consumer<? super WorkEvent> jump) {
        FailureWindow made = new FailureWindow(mainWindow, list, bus, clock, jump);
        made.showDensity(settings.get(HostSettings.DENSITY));
        owner = mainWindow;
        window = made;
        // Listeners before the log: what it tells first must not be missed.
        List<Subscription> started = List.of(
                settings.onChange(HostSettings.DENSITY, made::showDensity),
                list.onChange(this::take),
                bus.labelled("failure window")
                        .subscribe(ExportEnded.class, Delivery.UI, Replay.NONE, ends -> ends.forEach(made::exported)),
                list.start(),
                export.start(),
                log.start());
        return () -> {
            for (int i = started.size() - 1; i >= 0; i--) {
                started.get(i).close();
            }
            made.dispose();
        };
    }

    /**
     * The action {@link dev.signalbox.api.ui.Actions#SHOW_ORDER_ERROR}: opens the window, with the focus.
     *
     * @param about selected if they are listed; may be empty
     */
    public void show(List<? extends WorkEvent> about) {
        open(about.stream().map(Failure.Key::of).toList(), Asker.OPERATOR);
    }

    /**
     * How many failed orders were taken off the list because it was full.
     *
     * @return the count of this run
     */
    public long letGo() {
        return log.letGo();
    }

    /**
     * The command that shows the window, for menus.
     *
     * @return a new command
     */
    public Command command() {
        return Command.of(
                "failure.show",
                Texts.of(FailureActions.class).get("command.show"),
                "failures",
                "menu shift F",
                () -> show(List.of()));
    }

    /**
     * The badge for a status bar.
     *
     * @return a new component
     */
    public JComponent badge() {
        return new FailureBadge(list, command());
    }

    private void take(FailuresChanged change) {
        if (window != null) {
            window.take(change);
        }
        if (OpeningRule.opens(settings.get(HostSettings.FAILURE_DIALOG), change)) {
            open(List.of(), Asker.RULE);
        }
    }

    private void open(List<Failure.Key> about, Asker asker) {
        if (window == null || owner == null) {
            return;
        }
        if (asker == Asker.OPERATOR) {
            window.open(about);
        } else {
            window.appear();
            Attention.ask(owner);
        }
    }
}
