package dev.signalbox.host.shell;

import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.Texts;
import java.awt.Font;
import java.awt.Insets;
import java.awt.Window;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** A window with a text to read and to copy. EDT. */
final class TextDialog {
    private final String name;
    private final String title;
    private final String text;

    TextDialog(String name, String title, String text) {
        this.name = name;
        this.title = title;
        this.text = text;
    }

    void show(Window owner) {
        JDialog dialog = new JDialog(owner, title);
        dialog.setName(name);
        JTextArea area = Named.as(new JTextArea(text), name + ".text", title);
        area.setEditable(false);
        area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, area.getFont().getSize()));
        area.setMargin(new Insets(8, 8, 8, 8));
        area.setCaretPosition(0);
        String words = Texts.of(TextDialog.class).get("text.close");
        JButton close = Named.as(new JButton(words), name + ".close", words);
        close.addActionListener(event -> dialog.dispose());
        JPanel content = new JPanel(new MigLayout("insets 16, wrap 1", "[grow,fill]", "[grow,fill][]"));
        content.add(new JScrollPane(area), "hmax 520");
        content.add(close, "tag cancel, gaptop 8, right, grow 0");
        dialog.setContentPane(content);
        dialog.getRootPane().setDefaultButton(close);
        PreferencesDialog.onEscape(dialog, dialog::dispose);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }
}
