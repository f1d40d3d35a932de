package dev.signalbox.host.diagnostics;

import com.formdev.flatlaf.util.UIScale;
import dev.signalbox.host.settings.Density;
import dev.signalbox.host.ui.Named;
import dev.signalbox.host.ui.PlainCellRenderer;
import dev.signalbox.host.ui.PlainTable;
import java.awt.KeyboardFocusManager;
import java.util.function.Function;
import javax.swing.SwingConstants;
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
