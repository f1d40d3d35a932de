package dev.signalbox.host.order;

import com.formdev.flatlaf.ui.FlatUIUtils;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * How a column is sorted: an arrow, and where several columns are sorted by its rank beside it.
 *
 * @param descending which way
 * @param rank counted from 1; 0 where it is the only one
 */
record SortMark(boolean descending, int rank) implements Icon {
    private static final int GAP = 2;
    private static final int DIGIT = 7;
    private static final int HEIGHT = 12;
    private static final float RANK_SIZE = 0.85f;

    @Override
    public void paintIcon(Component header, Graphics graphics, int x, int y) {
        Icon arrow = arrow();
        arrow.paintIcon(header, graphics, x, y + (getIconHeight() - arrow.getIconHeight()) / 2);
        if (rank > 0 && header instanceof JComponent label) {
            Font font = header.getFont().deriveFont(header.getFont().getSize2D() * RANK_SIZE);
            // The header writes its title with the same pen afterwards.
            Graphics pen = graphics.create();
            pen.setFont(font);
            pen.setColor(header.getForeground());
            FontMetrics metrics = header.getFontMetrics(font);
            int baseline = y + (getIconHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
            FlatUIUtils.drawString(
                    label, pen, Integer.toString(rank), x + arrow.getIconWidth() + UIScale.scale(GAP), baseline);
            pen.dispose();
        }
    }

    @Override
    public int getIconWidth() {
        return arrow().getIconWidth() + (rank > 0 ? UIScale.scale(GAP + DIGIT) : 0);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(HEIGHT);
    }

    private Icon arrow() {
        return UIManager.getIcon(descending ? "Table.descendingSortIcon" : "Table.ascendingSortIcon");
    }
}
