package dev.signalbox.host.shell;

import dev.signalbox.api.Setting;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.Texts;
import dev.signalbox.host.ui.Tone;
import jakarta.inject.Inject;
import java.awt.Window;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Every setting that is not asked elsewhere, generated from its declaration; takes effect at once when applied. EDT. */
final class PreferencesDialog {
    private static final Texts TEXTS = Texts.of(PreferencesDialog.class);

    private final SettingsStore store;
    private final StreamSetups setups;
    private @Nullable JDialog open;

    @Inject
    PreferencesDialog(SettingsStore store, StreamSetups setups) {
        this.store = store;
        this.setups = setups;
    }

    void show(Window owner) {
        if (open != null && open.isShowing()) {
            open.toFront();
            return;
        }
        JDialog dialog = new JDialog(owner, TEXTS.get("preferences.title"));
        open = dialog;
        dialog.setName("preferences");
        JButton apply = button("apply");
        JButton close = button("close");
        apply.setEnabled(false);
        SettingsForm[] form = new SettingsForm[1];
        form[0] = new SettingsForm(
                store,
                () -> apply.setEnabled(form[0].valid() && !form[0].changes().isEmpty()));
        fill(form[0]);
        apply.addActionListener(event -> apply(form[0], apply));
        close.addActionListener(event -> dialog.dispose());
        JScrollPane scroll = new JScrollPane(
                form[0].fields(),
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        JPanel content = new JPanel(new MigLayout("insets 16, wrap 1", "[grow,fill]", "[grow,fill][][]"));
        content.add(scroll);
        content.add(form[0].line("preferences"), "gaptop 4");
        content.add(apply, "split 2, tag apply, gaptop 8");
        content.add(close, "tag cancel");
        dialog.setContentPane(content);
        dialog.getRootPane().setDefaultButton(apply);
        onEscape(dialog, dialog::dispose);
        form[0].focusFirstIn(dialog);
        dialog.pack();
        dialog.setSize(dialog.getWidth() + 16, Math.min(dialog.getHeight(), 640));
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    private void fill(SettingsForm form) {
        Map<String, List<Setting<?>>> groups = new java.util.LinkedHashMap<>();
        groups.put(
                TEXTS.get("preferences.look"),
                List.of(
                        HostSettings.THEME,
                        HostSettings.FONT,
                        HostSettings.DENSITY,
                        HostSettings.FLASH_CHANGES,
                        HostSettings.FAILURE_DIALOG));
        groups.put(
                TEXTS.get("preferences.connection"),
                List.of(
                        HostSettings.CONNECT_AT_START,
                        HostSettings.STALE_AFTER,
                        HostSettings.RECONNECT_STALE_AFTER,
                        HostSettings.RECONNECT_DELAY,
                        HostSettings.RECONNECT_DELAY_MOST,
                        HostSettings.FATAL_RETRY_DELAY));
        groups.put(
                TEXTS.get("preferences.bounds"),
                List.of(
                        HostSettings.ROWS_MOST,
                        HostSettings.HISTORY_MOST,
                        HostSettings.HISTORY_MEMORY_MOST,
                        HostSettings.FAILURES_MOST,
                        HostSettings.PROBLEMS_MOST));
        groups.forEach((heading, settings) -> {
            form.heading(heading);
            settings.forEach(setting -> form.field(HostSettings.PREFIX + "." + setting.key(), setting));
        });
        String[] prefix = {HostSettings.PREFIX};
        store.catalog().byKey().forEach((key, setting) -> {
            String owner = key.substring(0, key.indexOf('.'));
            if (!owner.equals(HostSettings.PREFIX) && !setups.asks(owner, setting)) {
                if (!owner.equals(prefix[0])) {
                    prefix[0] = owner;
                    form.heading(TEXTS.get("preferences.plugin", owner));
                }
                form.field(key, setting);
            }
        });
    }

    private void apply(SettingsForm form, JButton apply) {
        try {
            store.choose(form.changes());
            form.say(TEXTS.get("preferences.applied"), Tone.GOOD);
        } catch (IOException notKept) {
            form.say(TEXTS.get("settings.not.kept", String.valueOf(notKept.getMessage())), Tone.BAD);
        }
        apply.setEnabled(false);
    }

    private static JButton button(String key) {
        return Named.as(
                new JButton(TEXTS.get("preferences." + key)), "preferences." + key, TEXTS.get("preferences." + key));
    }

    static void onEscape(JDialog dialog, Runnable deed) {
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> deed.run(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
    }
}
