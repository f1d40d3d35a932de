package dev.signalbox.host.order;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JViewport;
import javax.swing.ListSelectionModel;

/**
 * Keeps what the operator looks at in its place on screen while rows come, go and move above it. A view at the very top
 * stays there, so that new rows show. Else the selected row in sight keeps its place, or the first row in sight. A row
 * holds the view against others that push it, but does not pull the view along when its own change moves it.
 */
final class StillView {
    private final JTable table;
    private final ShownRows shown;

    // As it was before the rows moved.
    private final List<OrderRow> seen = new ArrayList<>();
    private int firstSeen;

    StillView(JTable table, ShownRows shown) {
        this.table = table;
        this.shown = shown;
    }

    /** Remembers what is in sight. Must come before rows move. */
    void note() {
        seen.clear();
        if (table.getParent() instanceof JViewport viewport && viewport.getViewPosition().y > 0) {
            Rectangle view = viewport.getViewRect();
            int rowHeight = table.getRowHeight();
            firstSeen = view.y / rowHeight;
            int last = Math.min((view.y + view.height - 1) / rowHeight, shown.size() - 1);
            for (int place = firstSeen; place <= last; place++) {
                seen.add(shown.row(place));
            }
        }
    }

    /** Scrolls as needed. Must come before the selection follows its rows. True when it has scrolled. */
    boolean hold() {
        if (!(table.getParent() instanceof JViewport viewport)) {
            return false;
        }
        Point position = viewport.getViewPosition();
        int height = table.getRowHeight() * shown.size();
        int most = Math.max(0, height - viewport.getExtentSize().height);
        int wanted = Math.min(most, position.y == 0 || isDragged(viewport) ? position.y : held(position.y));
        if (wanted == position.y) {
            return false;
        }
        // A viewport goes no further than its view is high.
        table.setSize(table.getWidth(), Math.max(height, viewport.getExtentSize().height));
        viewport.setViewPosition(new Point(position.x, wanted));
        return true;
    }

    private int held(int y) {
        ListSelectionModel selection = table.getSelectionModel();
        int lead = selection.getLeadSelectionIndex() - firstSeen;
        if (lead >= 0 && lead < seen.size() && selection.isSelectedIndex(firstSeen + lead) && holds(lead)) {
            return at(lead, y);
        }
        for (int i = 0; i < seen.size(); i++) {
            if (selection.isSelectedIndex(firstSeen + i) && holds(i)) {
                return at(i, y);
            }
        }
        for (int i = 0; i < seen.size(); i++) {
            if (holds(i)) {
                return at(i, y);
            }
        }
        return y;
    }

    private boolean holds(int index) {
        OrderRow row = seen.get(index);
        return !shown.hasLeft(row) && shown.place(row) >= 0;
    }

    private int at(int index, int y) {
        int pushed = shown.place(seen.get(index)) - firstSeen - index;
        return Math.max(0, y + pushed * table.getRowHeight());
    }

    /** Whether the operator holds the thumb of the scroll bar, which would fight with this. */
    private static boolean isDragged(JViewport viewport) {
        return viewport.getParent() instanceof JScrollPane pane
                && pane.getVerticalScrollBar().getValueIsAdjusting();
    }
}
