package dev.signalbox.host.ui;

import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.util.Locale;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/**
 * Something the operator can do: one name, one icon, one shortcut, one enabled state, wherever it is offered. Shortcuts are
 * written as for {@link KeyStroke#getKeyStroke(String)}, with {@code menu} for Control, or Command on a Mac.
 */
public final class Command extends AbstractAction {
    private final String id;
    private final Runnable deed;

    private Command(String id, String title, Runnable deed) {
        super(title);
        this.id = id;
        this.deed = deed;
    }

    /**
     * Makes a command.
     *
     * @param id stable, {@code area.thing}; components made for it are named after it
     * @param title what the operator reads
     * @param icon the icon's name, or empty for none
     * @param shortcut such as {@code menu shift P}
     * @param deed what it does, on the EDT
     * @return the command
     */
    public static Command of(String id, String title, String icon, String shortcut, Runnable deed) {
        Command command = new Command(id, title, deed);
        if (!icon.isEmpty()) {
            command.putValue(SMALL_ICON, Icons.of(icon));
        }
        KeyStroke key = keyStroke(shortcut);
        command.putValue(ACCELERATOR_KEY, key);
        command.putValue(SHORT_DESCRIPTION, title.replace("…", "") + " (" + words(key) + ")");
        return command;
    }

    /**
     * Reads a shortcut.
     *
     * @param shortcut such as {@code menu shift P}
     * @return the key stroke
     */
    public static KeyStroke keyStroke(String shortcut) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        KeyStroke key = KeyStroke.getKeyStroke(shortcut.replace("menu", mac ? "meta" : "ctrl"));
        if (key == null) {
            throw new IllegalArgumentException("not a shortcut: " + shortcut);
        }
        return key;
    }

    /**
     * A shortcut as people write it.
     *
     * @param key the key stroke
     * @return such as {@code Ctrl+Shift+P}
     */
    public static String words(KeyStroke key) {
        String modifiers = InputEvent.getModifiersExText(key.getModifiers());
        String name = java.awt.event.KeyEvent.getKeyText(key.getKeyCode());
        return modifiers.isEmpty() ? name : modifiers + "+" + name;
    }

    /**
     * A button with icon and text.
     *
     * @return a new button named after this command
     */
    public JButton button() {
        return named(new JButton(this), "");
    }

    /**
     * A button for a tool bar, which does not take the focus from where the operator types.
     *
     * @return a new button named after this command
     */
    public JButton toolButton() {
        JButton button = button();
        button.setFocusable(false);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        return button;
    }

    /**
     * A menu item with its shortcut.
     *
     * @return a new item named after this command, with {@code menu.} before it
     */
    public JMenuItem menuItem() {
        return named(new JMenuItem(this), "menu.");
    }

    /**
     * Makes the shortcut work everywhere in the window of a component, for commands that are in no menu.
     *
     * @param component the component
     */
    public void bindIn(JComponent component) {
        component.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put((KeyStroke) getValue(ACCELERATOR_KEY), id);
        component.getActionMap().put(id, this);
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        deed.run();
    }

    private <B extends AbstractButton> B named(B button, String prefix) {
        button.setName(prefix + id);
        button.getAccessibleContext().setAccessibleName((String) getValue(Action.NAME));
        return button;
    }

    /** Beeps; for a deed that turned out to be impossible. */
    public static void refuse() {
        Toolkit.getDefaultToolkit().beep();
    }
}
