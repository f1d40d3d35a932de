package dev.signalbox.host.shell;

import dev.signalbox.api.Setting;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.ui.PlainLabel;
import dev.signalbox.host.ui.Tone;
import java.awt.Font;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Settings as a form: a label and a field each, and one line that says what is wrong. EDT. */
final class SettingsForm {
    private final SettingsStore store;
    private final Runnable changed;
    private final List<SettingEditor> editors = new ArrayList<>();
    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, gap 8 6, wrap 2, fillx", "[right][grow,fill,420::]"));
    private final JTextArea problem = new JTextArea(2, 10);

    SettingsForm(SettingsStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
    }

    /** Adds a heading. */
    SettingsForm heading(String text) {
        PlainLabel label = new PlainLabel(text);
        label.setFont(label.getFont().deriveFont(Font.BOLD));
        panel.add(label, "span 2, left, gaptop " + (editors.isEmpty() ? 0 : 10));
        return this;
    }

    /** Adds the field of a setting. */
    SettingsForm field(String key, Setting<?> setting) {
        SettingEditor editor = SettingEditor.of(
                key,
                setting,
                store.given(key) || setting.kind() != Setting.Kind.TEXT ? store.text(key) : "",
                this::check);
        if (setting.kind() == Setting.Kind.FLAG) {
            panel.add(editor.component(), "skip 1");
        } else {
            JLabel label = new PlainLabel(setting.label());
            label.setLabelFor(editor.component());
            panel.add(label, setting.kind() == Setting.Kind.LINES ? "top, gaptop 4" : "");
            panel.add(editor.component());
        }
        editors.add(editor);
        return this;
    }

    /** The fields. */
    JPanel fields() {
        return panel;
    }

    /** The line that says what is wrong, to be shown where it is always seen. */
    JTextArea line(String name) {
        problem.setEditable(false);
        problem.setFocusable(false);
        problem.setOpaque(false);
        problem.setLineWrap(true);
        problem.setWrapStyleWord(true);
        problem.setFont(UIManager.getFont("Label.font"));
        problem.setName(name + ".problem");
        return problem;
    }

    /** The texts that differ from what holds now, by full key. */
    Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>();
        for (SettingEditor editor : editors) {
            String text = editor.text().get();
            if (!text.equals(store.given(editor.key()) ? store.text(editor.key()) : shownWhenAbsent(editor))) {
                changes.put(editor.key(), text);
            }
        }
        return changes;
    }

    /** All texts by full key. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        editors.forEach(editor -> texts.put(editor.key(), editor.text().get()));
        return texts;
    }

    /** Puts the focus into the first field, once the dialog is shown. */
    void focusFirstIn(JDialog dialog) {
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                editors.stream()
                        .findFirst()
                        .ifPresent(first -> first.component().requestFocusInWindow());
            }
        });
    }

    boolean valid() {
        return editors.stream().allMatch(editor -> editor.problem().isEmpty());
    }

    void say(String words, Tone tone) {
        problem.setForeground(tone.color());
        problem.setText(words);
    }

    private String shownWhenAbsent(SettingEditor editor) {
        return editor.setting().kind() == Setting.Kind.TEXT ? "" : store.text(editor.key());
    }

    private void check() {
        String first = "";
        for (SettingEditor editor : editors) {
            Optional<String> wrong = editor.problem();
            editor.mark(wrong.isPresent());
            if (first.isEmpty() && wrong.isPresent()) {
                first = wrong.get();
            }
        }
        say(first, Tone.BAD);
        changed.run();
    }
}
