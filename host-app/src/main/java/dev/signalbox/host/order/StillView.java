package dev.signalbox.host.order;

import java.awt.Point;
import java.awt.Rectangle;
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

    StillView(JTable table, ShownRows shown) {
        this.table = table;
        this.shown = shown;
    }

    /** Scrolls as needed. Must come before the selection follows its rows. True when it has scrolled. */
    boolean hold() {
        if (!(table.getParent() instanceof JViewport viewport)) {
            return false;
        }
        Point position = viewport.getViewPosition();
        int height = table.getRowHeight() * shown.size();
        int most = Math.max(0, height - viewport.getExtentSize().height);
        int wanted = Math.min(most, position.y == 0 || isDragged(viewport) ? position.y : held(viewport.getViewRect()));
        if (wanted == position.y) {
            return false;
        }
        // A viewport goes no further than its view is high.
        table.setSize(table.getWidth(), Math.max(height, viewport.getExtentSize().height));
        viewport.setViewPosition(new Point(position.x, wanted));
        return true;
    }

    private int held(Rectangle seen) {
        int rowHeight = table.getRowHeight();
        int first = seen.y / rowHeight;
        int last = Math.min((seen.y + seen.height - 1) / rowHeight, shown.sizeBefore() - 1);
        ListSelectionModel selection = table.getSelectionModel();
        int lead = selection.getLeadSelectionIndex();
        if (lead >= first && lead <= last && selection.isSelectedIndex(lead) && holds(lead)) {
            return at(lead, seen.y);
        }
        for (int place = first; place <= last; place++) {
            if (selection.isSelectedIndex(place) && holds(place)) {
                return at(place, seen.y);
            }
        }
        for (int place = first; place <= last; place++) {
            if (holds(place)) {
                return at(place, seen.y);
            }
        }
        return seen.y;
    }

    private boolean holds(int placeBefore) {
        return !shown.hasLeft(placeBefore) && shown.place(shown.rowBefore(placeBefore)) >= 0;
    }

    private int at(int placeBefore, int y) {
        int pushed = shown.place(shown.rowBefore(placeBefore)) - placeBefore;
        return Math.max(0, y + pushed * table.getRowHeight());
    }

    /** Whether the operator holds the thumb of the scroll bar, which would fight with this. */
    private static boolean isDragged(JViewport viewport) {
        return viewport.getParent() instanceof JScrollPane pane
                && pane.getVerticalScrollBar().getValueIsAdjusting();
    }
}
