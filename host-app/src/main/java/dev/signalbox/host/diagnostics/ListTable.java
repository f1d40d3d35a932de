package dev.signalbox.host.diagnostics;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainCellRenderer;
import dev.signalbox.host.ui.PlainTable;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.Collections;
import java.util.function.Function;
import javax.swing.SwingConstants;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;
import org.jspecify.annotations.Nullable;

/** A table to read: Tab leaves it. */
class ListTable extends PlainTable {

    ListTable(TableModel model, String name, String accessibleName) {
        super(model);
        Named.as(this, name, accessibleName);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    final void showDensity(Density density) {
        setRowHeight(UIScale.scale(density.rowHeight()));
    }

    /** Where there is little room it is scrolled, for columns cut to a letter say nothing. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() != null && getParent().getWidth() >= wantedWidth();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(wantedWidth(), super.getPreferredSize().height);
    }

    private int wantedWidth() {
        return Collections.list(getColumnModel().getColumns()).stream()
                .mapToInt(TableColumn::getPreferredWidth)
                .sum();
    }

    final void words(int column, int width) {
        getColumnModel().getColumn(column).setPreferredWidth(UIScale.scale(width));
        getColumnModel().getColumn(column).setCellRenderer(new PlainCellRenderer());
    }

    final void number(int column, int width, Function<Object, String> words) {
        PlainCellRenderer renderer = new PlainCellRenderer() {
            @Override
            protected void setValue(@Nullable Object value) {
                setText(value == null ? "" : words.apply(value));
            }
        };
        renderer.setHorizontalAlignment(SwingConstants.TRAILING);
        getColumnModel().getColumn(column).setPreferredWidth(UIScale.scale(width));
        getColumnModel().getColumn(column).setCellRenderer(renderer);
    }
}
