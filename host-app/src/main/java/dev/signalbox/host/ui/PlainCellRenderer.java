package dev.signalbox.host.ui;

import java.awt.Component;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;

/** A table cell that never renders HTML, and shows no focus border round a single cell. */
public class PlainCellRenderer extends DefaultTableCellRenderer {

    /** Makes a renderer. */
    public PlainCellRenderer() {
        PlainText.disableHtml(this);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        return super.getTableCellRendererComponent(table, value, selected, false, row, column);
    }

    @Override
    public void setText(@Nullable String text) {
        super.setText(text == null ? "" : PlainText.of(text));
    }
}
