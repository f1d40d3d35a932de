package dev.signalbox.host.order;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.PlainTable;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/**
 * How tables of orders look and behave: whole rows, no grid, texts and headers on one edge, one column that takes the room
 * the others leave, and Tab leaves the table.
 */
class CalmTable extends PlainTable {
    private static final int LEAST_STRETCHED = 96;

    private final int stretchedModelColumn;

    CalmTable(TableModel model, int stretchedModelColumn) {
        super(model);
        this.stretchedModelColumn = stretchedModelColumn;
        setAutoCreateColumnsFromModel(false);
        setDefaultRenderer(Object.class, new PaddedRenderer());
        setShowGrid(false);
        setIntercellSpacing(new Dimension(0, 0));
        setAutoResizeMode(AUTO_RESIZE_SUBSEQUENT_COLUMNS);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        setTransferHandler(null);
        TableCellRenderer drawn = getTableHeader().getDefaultRenderer();
        getTableHeader().setDefaultRenderer((table, value, selected, focused, row, column) -> {
            Component header = drawn.getTableCellRendererComponent(table, value, selected, focused, row, column);
            if (header instanceof JLabel label) {
                label.setBorder(BorderFactory.createCompoundBorder(
                        label.getBorder(), BorderFactory.createEmptyBorder(0, 2, 0, 0)));
            }
            return header;
        });
    }

    final void show(Density density) {
        setRowHeight(UIScale.scale(density.rowHeight()));
    }

    /**
     * Gives the room left over to the stretched column, also while a column before it is dragged. Where there is none, and
     * while a column behind it is dragged, Swing's own way serves better: the edge follows the mouse.
     */
    @Override
    public void doLayout() {
        int stretched = convertColumnIndexToView(stretchedModelColumn);
        TableColumn dragged = getTableHeader().getResizingColumn();
        boolean draggedBefore = dragged != null && convertColumnIndexToView(dragged.getModelIndex()) < stretched;
        if (dragged != null && draggedBefore) {
            dragged.setPreferredWidth(dragged.getWidth());
        }
        int others = 0;
        for (int i = 0; i < getColumnCount(); i++) {
            others += i == stretched ? 0 : getColumnModel().getColumn(i).getPreferredWidth();
        }
        int room = getWidth() - others;
        if (stretched < 0 || room < LEAST_STRETCHED || (dragged != null && !draggedBefore)) {
            super.doLayout();
            return;
        }
        for (int i = 0; i < getColumnCount(); i++) {
            TableColumn column = getColumnModel().getColumn(i);
            column.setWidth(i == stretched ? room : column.getPreferredWidth());
        }
    }
}
