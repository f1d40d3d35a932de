package dev.signalbox.host.ui;

import java.awt.event.MouseEvent;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.table.TableModel;
import org.jspecify.annotations.Nullable;

/** A table whose cells and tool tips never render HTML. A cell that is cut off shows its whole text as a tool tip. */
public class PlainTable extends JTable {

    /**
     * Makes a table.
     *
     * @param model what it shows
     */
    public PlainTable(TableModel model) {
        super(model);
        setDefaultRenderer(Object.class, new PlainCellRenderer());
        setFillsViewportHeight(true);
        getTableHeader()
                .setDefaultRenderer(new PlainHeaderRenderer(getTableHeader().getDefaultRenderer()));
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        if (row < 0 || column < 0) {
            return null;
        }
        int wanted = prepareRenderer(getCellRenderer(row, column), row, column).getPreferredSize().width;
        Object value = getValueAt(row, column);
        boolean cut = wanted > getColumnModel().getColumn(column).getWidth();
        return cut && value != null ? PlainText.of(value.toString()) : null;
    }

    @Override
    public JToolTip createToolTip() {
        JToolTip tip = super.createToolTip();
        PlainText.disableHtml(tip);
        return tip;
    }
}
