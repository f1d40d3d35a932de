package dev.signalbox.host.ui;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Stands where a list would be, and says what will be there. */
public final class EmptyState extends JPanel {

    /**
     * Makes it.
     *
     * @param name stable, {@code area.thing}
     * @param hint what will be there
     */
    public EmptyState(String name, String hint) {
        super(new MigLayout("fill, wrap 1, gap 0 8", "[center]", "push[][]push"));
        PlainLabel below = Named.as(new PlainLabel(hint), name, hint);
        add(new PlainLabel("", Icons.of("status-good", 32)));
        add(below, "wmin 0");
    }
}
