package dev.signalbox.host.failure;

import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.awt.Window;
import java.time.InstantSource;
import java.util.List;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of the console may do with problems: start listing them, show the list, offer the command and the badge that
 * show it. Used on the EDT only.
 */
public final class ProblemActions {
    private final ProblemLog log;
    private final Settings settings;
    private final InstantSource clock;

    private @Nullable ProblemWindow window;

    @Inject
    ProblemActions(ProblemLog log, Settings settings, InstantSource clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts to list problems; before anything that may publish one.
     *
     * @param mainWindow the console's main window
     * @return ends it and closes the window
     */
    public Subscription start(Window mainWindow) {
        ProblemWindow made = new ProblemWindow(mainWindow, log, clock);
        made.showDensity(settings.get(HostSettings.DENSITY));
        window = made;
        List<Subscription> started = List.of(
                settings.onChange(HostSettings.DENSITY, made::showDensity), log.onChange(made::update), log.start());
        return () -> {
            for (int i = started.size() - 1; i >= 0; i--) {
                started.get(i).close();
            }
            made.dispose();
        };
    }

    /** Opens the window, with the focus. */
    public void show() {
        if (window != null) {
            window.open();
        }
    }

    /**
     * The command that shows the window, for menus.
     *
     * @return a new command
     */
    public Command command() {
        return Command.of(
                "problem.show",
                Texts.of(ProblemActions.class).get("problem.command.show"),
                "problems",
                "menu shift P",
                this::show);
    }

    /**
     * The badge for a status bar.
     *
     * @return a new component
     */
    public JComponent badge() {
        return new ProblemBadge(log, command());
    }
}
