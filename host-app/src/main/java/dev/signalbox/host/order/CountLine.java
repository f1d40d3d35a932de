package dev.signalbox.host.order;

import dev.signalbox.host.ui.PlainLabel;
import java.awt.Dimension;

/**
 * Says how many rows are shown. Wants room for the widest count whatever it says now: what depends on the room must not
 * change the room, and a new text needs no new layout.
 */
final class CountLine extends PlainLabel {
    private transient String widest = "";

    void reserve(String text) {
        if (!text.equals(widest)) {
            widest = text;
            super.revalidate();
        }
    }

    int widest() {
        return getFontMetrics(getFont()).stringWidth(widest);
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        // Swing asks before it is made.
        return widest == null ? size : new Dimension(Math.max(size.width, widest()), size.height);
    }

    @Override
    public void revalidate() {
        if (getWidth() < getPreferredSize().width) {
            super.revalidate();
        }
    }
}
