package dev.signalbox.host.order;

import dev.signalbox.host.ui.PlainCellRenderer;
import java.awt.Color;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.border.Border;
import org.jspecify.annotations.Nullable;

/** A cell with air on both sides. Makes nothing while it paints. */
class PaddedRenderer extends PlainCellRenderer {
    private static final Border PADDING = BorderFactory.createEmptyBorder(1, 8, 1, 8);

    PaddedRenderer() {
        setBorder(PADDING);
    }

    /** Its own way of what the super class does, which asks the look and feel for much that is the same for every cell. */
    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        setForeground(selected ? table.getSelectionForeground() : table.getForeground());
        setBackground(selected ? table.getSelectionBackground() : ground(table, row));
        setFont(table.getFont());
        setValue(value);
        return this;
    }

    private static Color ground(JTable table, int row) {
        Color alternate = row % 2 == 0 ? null : UIManager.getColor("Table.alternateRowColor");
        return alternate == null ? table.getBackground() : alternate;
    }
}
