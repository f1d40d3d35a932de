package dev.signalbox.host.order;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.ui.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.border.Border;
import org.jspecify.annotations.Nullable;

/** A time, and to its left the dot of its step on the line that joins the steps. The status beside it says it in words. */
final class TrackRenderer extends PaddedRenderer {
    private static final int TRACK = 26;
    private static final int MIDDLE = 13;
    private static final double NEWEST = 4.5;
    private static final double OLDER = 3.5;

    private final transient HistoryTableModel model;
    private final transient Border beside = BorderFactory.createEmptyBorder(1, UIScale.scale(TRACK), 1, 8);
    private int row;
    private boolean onSelection;

    TrackRenderer(HistoryTableModel model) {
        this.model = model;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int at, int column) {
        super.getTableCellRendererComponent(table, value, selected, focused, at, column);
        setBorder(beside);
        row = at;
        onSelection = selected;
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (row >= model.getRowCount()) {
            return;
        }
        Graphics2D drawn = (Graphics2D) graphics.create();
        drawn.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawn.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double x = UIScale.scale((float) MIDDLE);
        double y = getHeight() / 2.0;
        boolean first = row == model.getRowCount() - 1;
        drawn.setColor(onSelection ? getForeground() : UIManager.getColor("Component.borderColor"));
        drawn.setStroke(new BasicStroke(UIScale.scale(1.5f)));
        drawn.draw(new Line2D.Double(x, row == 0 ? y : 0, x, first && !model.goesOnBelow() ? y : getHeight()));
        double radius = UIScale.scale((float) (row == 0 ? NEWEST : OLDER));
        Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        drawn.setColor(onSelection ? getForeground() : tone(model.change(row).meaning()));
        drawn.fill(dot);
        drawn.dispose();
    }

    private static Color tone(Meaning meaning) {
        return switch (meaning) {
            case FAILED -> Tone.BAD.color();
            case SETTLED -> Tone.GOOD.color();
            case MOVING -> Tone.MOVING.color();
            case UNKNOWN -> Tone.WARN.color();
            case QUIET -> Tone.QUIET.color();
        };
    }
}
