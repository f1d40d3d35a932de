package dev.signalbox.host.ui;

import java.awt.Component;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;

/** Lets the look and feel draw the header, with HTML switched off, each title above where its column's texts begin. */
final class PlainHeaderRenderer implements TableCellRenderer {
    private final TableCellRenderer drawn;

    PlainHeaderRenderer(TableCellRenderer drawn) {
        this.drawn = drawn;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        String text = value == null ? "" : PlainText.of(value.toString());
        Component component = drawn.getTableCellRendererComponent(table, text, selected, focused, row, column);
        if (component instanceof JComponent swing) {
            PlainText.disableHtml(swing);
        }
        if (component instanceof JLabel label) {
            label.setHorizontalAlignment(SwingConstants.LEADING);
        }
        return component;
    }
}
