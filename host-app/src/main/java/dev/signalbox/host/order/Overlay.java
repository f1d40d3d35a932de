package dev.signalbox.host.order;

import java.awt.Component;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Two components in the same place; the front one leaves the table's header free. */
final class Overlay extends JPanel {
    private final JComponent back;
    private final JComponent front;
    private final Component header;

    Overlay(JComponent front, JComponent back, Component header) {
        super(null);
        this.front = front;
        this.back = back;
        this.header = header;
        add(front);
        add(back);
    }

    @Override
    public void doLayout() {
        int top = header.getPreferredSize().height;
        back.setBounds(0, 0, getWidth(), getHeight());
        front.setBounds(0, top, getWidth(), Math.max(0, getHeight() - top));
    }

    @Override
    public Dimension getPreferredSize() {
        return back.getPreferredSize();
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, 0);
    }

    /** They overlap, so neither may be painted alone. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }
}
