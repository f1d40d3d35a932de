package dev.signalbox.host.export;

import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.KeyboardFocusManager;
import java.util.HashSet;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * A question with two answers. The one that loses nothing has the focus and is what Esc gives; arrow keys and Tab go from
 * one to the other, and Enter takes the one that has the focus. EDT.
 */
final class Question {
    private final String name;
    private final String title;
    private final String text;
    private final String yes;
    private final String no;
    private boolean answer;

    Question(String name, String title, String text, String yes, String no) {
        this.name = name;
        this.title = title;
        this.text = text;
        this.yes = yes;
        this.no = no;
    }

    /** Waits for the answer, while the window goes on. */
    boolean ask(Component parent) {
        JDialog dialog =
                new JDialog(SwingUtilities.getWindowAncestor(parent), title, Dialog.ModalityType.APPLICATION_MODAL);
        dialog.setName(name);
        JButton agree = button("yes", yes, () -> answer(dialog, true));
        JButton decline = button("no", no, () -> answer(dialog, false));
        JPanel content = new JPanel(new MigLayout("insets 16, wrap 1, wmin 320", "[grow,fill]", "[]16[]"));
        PlainLabel asked = new PlainLabel(text);
        asked.setName(name + ".text");
        content.add(asked, "wmax 640");
        content.add(decline, "split 2, right, grow 0");
        content.add(agree, "grow 0");
        dialog.setContentPane(content);
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> answer(dialog, false),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        alsoOnKey(dialog, KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, "RIGHT");
        alsoOnKey(dialog, KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, "LEFT");
        dialog.pack();
        dialog.setLocationRelativeTo(parent);
        decline.requestFocusInWindow();
        dialog.setVisible(true);
        return answer;
    }

    private JButton button(String suffix, String words, Runnable deed) {
        JButton button = Named.as(new JButton(words), name + "." + suffix, words);
        button.setMnemonic(words.charAt(0));
        button.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        button.getInputMap().put(KeyStroke.getKeyStroke("released ENTER"), "released");
        button.addActionListener(event -> deed.run());
        return button;
    }

    private void answer(JDialog dialog, boolean given) {
        answer = given;
        dialog.dispose();
    }

    private static void alsoOnKey(JDialog dialog, int direction, String key) {
        Set<java.awt.AWTKeyStroke> keys = new HashSet<>(dialog.getFocusTraversalKeys(direction));
        keys.add(KeyStroke.getKeyStroke(key));
        dialog.setFocusTraversalKeys(direction, keys);
    }
}
