package dev.signalbox.host.ui;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The words on top of a window: how it stands, a line below that, and at the right what was just done. */
public final class Heading extends JPanel {
    private final PlainLabel icon = new PlainLabel();
    private final PlainLabel title = new PlainLabel();
    private final PlainLabel line = new PlainLabel();
    private final PlainLabel notice = new PlainLabel();

    /**
     * Makes it, empty.
     *
     * @param area what the names of its parts begin with
     * @param accessibleName what a screen reader says until there are words
     */
    public Heading(String area, String accessibleName) {
        super(new MigLayout("insets 12 16 12 16, fillx, gap 12 4, hidemode 3", "[][grow,fill][]"));
        Named.as(title, area + ".heading", accessibleName);
        Named.as(line, area + ".summary", accessibleName);
        Named.as(notice, area + ".notice", accessibleName);
        title.putClientProperty("FlatLaf.styleClass", "h3");
        add(icon, "spany 2, aligny center");
        add(title, "wmin 0");
        add(notice, "spany 2, aligny center, wmin 0, wrap");
        add(line, "wmin 0");
    }

    /**
     * Says how it stands.
     *
     * @param iconName the icon before the words
     * @param words the title
     * @param below the line below it; none when empty
     */
    public void show(String iconName, String words, String below) {
        icon.setIcon(Icons.of(iconName, 24));
        say(title, words);
        say(line, below);
        line.setVisible(!below.isEmpty());
        line.setToolTipText(below.isEmpty() ? null : below);
    }

    /**
     * Says what was just done.
     *
     * @param words the words; none when empty
     */
    public void notice(String words) {
        say(notice, words);
    }

    /** What stands in a label is also what a screen reader says. */
    private static void say(PlainLabel label, String words) {
        label.setText(words);
        label.getAccessibleContext().setAccessibleName(words);
    }
}
