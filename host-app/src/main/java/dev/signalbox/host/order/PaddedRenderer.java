package dev.signalbox.host.order;

import dev.signalbox.host.ui.PlainCellRenderer;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.border.Border;
import org.jspecify.annotations.Nullable;

/** A cell with air on both sides. */
class PaddedRenderer extends PlainCellRenderer {
    private static final Border PADDING = BorderFactory.createEmptyBorder(1, 8, 1, 8);

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, value, selected, focused, row, column);
        setBorder(PADDING);
        return this;
    }
}
