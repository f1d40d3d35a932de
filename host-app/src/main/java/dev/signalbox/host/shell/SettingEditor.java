package dev.signalbox.host.shell;

import dev.signalbox.api.Setting;
import dev.signalbox.host.ui.Named;
import java.awt.event.ItemEvent;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/**
 * One setting as a field: made after its declaration, checked while it is typed. EDT.
 *
 * @param key the full key
 * @param setting the declaration
 * @param component what is laid out
 * @param text the text it holds now
 */
record SettingEditor(String key, Setting<?> setting, JComponent component, Supplier<String> text) {
    private static final int LINES_SHOWN = 3;

    static SettingEditor of(String key, Setting<?> setting, String value, Runnable changed) {
        return switch (setting.kind()) {
            case FLAG -> flag(key, setting, value, changed);
            case CHOICE -> choice(key, setting, value, changed);
            case LINES -> lines(key, setting, value, changed);
            case TEXT, TEXTS, NUMBER, DURATION -> line(key, setting, value, changed);
        };
    }

    /** What is wrong with the text, in words. */
    Optional<String> problem() {
        try {
            setting.parse(text.get());
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.of(setting.label() + ": " + unreadable.getMessage() + ".");
        }
    }

    /** Paints the field as wrong or right. */
    void mark(boolean wrong) {
        component.putClientProperty("JComponent.outline", wrong ? "error" : null);
        component.repaint();
    }

    private static SettingEditor line(String key, Setting<?> setting, String value, Runnable changed) {
        JTextField field = setting.secret() ? new JPasswordField(value, 36) : new JTextField(value, 36);
        field.putClientProperty("JTextField.placeholderText", setting.fallbackText());
        field.putClientProperty("JTextField.selectAllOnFocusPolicy", "never");
        onChange(field, changed);
        return new SettingEditor(
                key, setting, named(field, key, setting), () -> text(field).strip());
    }

    private static SettingEditor lines(String key, Setting<?> setting, String value, Runnable changed) {
        JTextArea area = named(new JTextArea(value, LINES_SHOWN, 36), key, setting);
        area.putClientProperty("JTextArea.placeholderText", setting.label());
        area.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.getInputMap().put(javax.swing.KeyStroke.getKeyStroke("TAB"), "leave");
        area.getInputMap().put(javax.swing.KeyStroke.getKeyStroke("shift TAB"), "back");
        area.getActionMap().put("leave", new Leave(area::transferFocus));
        area.getActionMap().put("back", new Leave(area::transferFocusBackward));
        onChange(area, changed);
        return new SettingEditor(key, setting, new JScrollPane(area), area::getText);
    }

    private static SettingEditor flag(String key, Setting<?> setting, String value, Runnable changed) {
        JCheckBox box = named(new JCheckBox(setting.label(), Boolean.TRUE.equals(setting.parse(value))), key, setting);
        box.addItemListener(event -> changed.run());
        return new SettingEditor(key, setting, box, () -> Boolean.toString(box.isSelected()));
    }

    private static SettingEditor choice(String key, Setting<?> setting, String value, Runnable changed) {
        JComboBox<String> box = named(new JComboBox<>(setting.choices().toArray(String[]::new)), key, setting);
        box.setSelectedItem(value);
        box.addItemListener(event -> {
            if (event.getStateChange() == ItemEvent.SELECTED) {
                changed.run();
            }
        });
        return new SettingEditor(key, setting, box, () -> String.valueOf(box.getSelectedItem()));
    }

    private static String text(JTextField field) {
        return field instanceof JPasswordField secret ? new String(secret.getPassword()) : field.getText();
    }

    private static <C extends JComponent> C named(C component, String key, Setting<?> setting) {
        return Named.as(component, "setting." + key, setting.label());
    }

    private static void onChange(JTextComponent field, Runnable changed) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                // only attributes changed
            }
        });
    }

    /** Tab leaves a text area, as it leaves any other field. */
    private static final class Leave extends javax.swing.AbstractAction {
        private final Runnable move;

        Leave(Runnable move) {
            this.move = move;
        }

        @Override
        public void actionPerformed(java.awt.event.ActionEvent event) {
            move.run();
        }
    }
}
