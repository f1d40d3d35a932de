package dev.signalbox.host.connection;

import dev.signalbox.host.ui.Icons;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainLabel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.time.Instant;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One source's connection: icon, state in words, and what stands behind it. */
final class ConnectionPill extends JPanel {
    private final PlainLabel state = new PlainLabel();
    private final PlainLabel detail = new PlainLabel();
    private ConnectionView view;

    ConnectionPill(ConnectionView view) {
        super(new MigLayout("insets 3 8 3 10, gap 6", "[][grow,fill]", "[]"));
        this.view = view;
    }

    void build() {
        String source = view.connection().source();
        Named.as(this, "connection.pill." + source, source);
        Named.as(state, "connection.state." + source, source);
        Named.as(detail, "connection.detail." + source, source);
        setOpaque(false);
        add(state);
        add(detail, "wmin 0");
        show(view);
    }

    void show(ConnectionView now) {
        view = now;
        state.setIcon(Icons.of(now.icon()));
        state.setText(now.state());
        state.setFont(getFont().deriveFont(Font.BOLD));
        refresh();
    }

    /** Brings count-down and ages up to date. */
    void refresh() {
        Instant now = Instant.now();
        detail.setText(view.detail(now));
        String tip = view.toolTip(now);
        state.setToolTipText(tip);
        detail.setToolTipText(tip);
        getAccessibleContext().setAccessibleDescription(tip);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color tone = view.tone().color();
        g.setColor(new Color(tone.getRed(), tone.getGreen(), tone.getBlue(), 28));
        int arc = getHeight();
        g.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
        g.dispose();
    }
}
