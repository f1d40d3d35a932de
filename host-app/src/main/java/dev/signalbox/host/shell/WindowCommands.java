package dev.signalbox.host.shell;

import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Settings;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.settings.ThemeChoice;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import org.jspecify.annotations.Nullable;

/** What the operator can do with the console as a whole. EDT. */
final class WindowCommands {
    private static final Texts TEXTS = Texts.of(WindowCommands.class);

    private final ConnectDialog connectDialog;
    private final PreferencesDialog preferencesDialog;
    private final DemoControl demoControl;
    private final StreamSwitch streamSwitch;
    private final SettingsStore store;
    private final Settings settings;
    private final EventBus bus;
    private @Nullable JFrame frame;
    private int failed;
    private Runnable closing = () -> {};

    private final Command connectTo;
    private final Command demo;
    private final Command preferences;
    private final Command theme;
    private final Command shortcuts;
    private final Command about;
    private final Command quit;

    @Inject
    WindowCommands(
            ConnectDialog connectDialog,
            PreferencesDialog preferencesDialog,
            DemoControl demoControl,
            StreamSwitch streamSwitch,
            SettingsStore store,
            Settings settings,
            EventBus bus) {
        this.connectDialog = connectDialog;
        this.preferencesDialog = preferencesDialog;
        this.demoControl = demoControl;
        this.streamSwitch = streamSwitch;
        this.store = store;
        this.settings = settings;
        this.bus = bus;
        connectTo = command("connect-to", "stream", "menu N", this::connectToStream);
        demo = command("demo", "demo", "menu shift R", this::replayDemo);
        preferences = command("preferences", "settings", "menu COMMA", this::showPreferences);
        theme = command("theme", "theme", "menu shift T", this::switchTheme);
        shortcuts = command("shortcuts", "", "F1", this::showShortcuts);
        about = command("about", "", "shift F1", this::showAbout);
        quit = command("quit", "", "menu Q", () -> closing.run());
    }

    void attach(JFrame window, Runnable closed) {
        frame = window;
        closing = closed;
        showDemo();
    }

    Command connectTo() {
        return connectTo;
    }

    Command demo() {
        return demo;
    }

    boolean demoRuns() {
        return demoControl.running();
    }

    Command preferences() {
        return preferences;
    }

    Command theme() {
        return theme;
    }

    Command shortcuts() {
        return shortcuts;
    }

    Command about() {
        return about;
    }

    Command quit() {
        return quit;
    }

    private void connectToStream() {
        if (frame != null && !connectDialog.show(frame, this::showDemo)) {
            tell(TEXTS.get("doing.connect"), TEXTS.get("no.stream.plugin"), TEXTS.get("no.stream.plugin.next"));
        }
    }

    private void replayDemo() {
        demoControl.replay();
        streamSwitch.connect();
        showDemo();
    }

    /** The command says what it would do now. */
    void showDemo() {
        demo.putValue(
                javax.swing.Action.NAME, TEXTS.get(demoControl.running() ? "command.demo.replay" : "command.demo"));
        showTitle();
    }

    /** The title tells it too, for a window that is minimised or behind. */
    void showFailed(int orders) {
        failed = orders;
        showTitle();
    }

    private void showTitle() {
        if (frame != null) {
            String title = TEXTS.get(demoControl.running() ? "title.demo" : "title");
            frame.setTitle(failed == 0 ? title : TEXTS.get("title.failed", failed, title));
        }
    }

    private void showPreferences() {
        if (frame != null) {
            preferencesDialog.show(frame);
        }
    }

    private void switchTheme() {
        ThemeChoice other = settings.get(HostSettings.THEME) == ThemeChoice.DARK ? ThemeChoice.LIGHT : ThemeChoice.DARK;
        try {
            store.choose(Map.of(
                    HostSettings.PREFIX + "." + HostSettings.THEME.key(),
                    other.name().toLowerCase(Locale.ROOT)));
        } catch (IOException notKept) {
            tell(TEXTS.get("doing.keep"), String.valueOf(notKept.getMessage()), TEXTS.get("doing.keep.next"));
        }
    }

    private void showShortcuts() {
        JMenuBar bar = frame == null ? null : frame.getJMenuBar();
        if (frame != null && bar != null) {
            new TextDialog("shortcuts", TEXTS.get("shortcuts.title"), Shortcuts.of(bar)).show(frame);
        }
    }

    private void showAbout() {
        if (frame != null) {
            String version = WindowCommands.class.getPackage().getImplementationVersion();
            new TextDialog(
                            "about",
                            TEXTS.get("about.title"),
                            TEXTS.get("about.text", version == null ? "" : version, Runtime.version()))
                    .show(frame);
        }
    }

    private void tell(String doing, String cause, String nextStep) {
        bus.publish(List.of(new Problem("console", doing, cause, nextStep, Instant.now())));
    }

    private static Command command(String key, String icon, String shortcut, Runnable deed) {
        return Command.of("window." + key, TEXTS.get("command." + key), icon, shortcut, deed);
    }
}
