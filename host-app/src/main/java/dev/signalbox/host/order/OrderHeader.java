package dev.signalbox.host.order;

import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.KeyStroke;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumnModel;

/**
 * The header of the orders. A click sorts by a column, with Shift by it too; Space and Shift+Space do the same for the
 * column that the arrow keys have reached.
 */
final class OrderHeader extends JTableHeader {
    private static final String TOGGLE = "toggleSortOrder";

    private transient Consumer<Boolean> adding = ignored -> {};

    OrderHeader(TableColumnModel columns) {
        super(columns);
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("shift SPACE"), TOGGLE);
    }

    /** Says who wants to know, before a column is toggled, whether it is a further one. */
    void tellWhetherAdding(Consumer<Boolean> listener) {
        adding = listener;
    }

    @Override
    protected void processMouseEvent(MouseEvent event) {
        adding.accept(event.isShiftDown());
        super.processMouseEvent(event);
        adding.accept(false);
    }

    @Override
    protected boolean processKeyBinding(KeyStroke stroke, KeyEvent event, int condition, boolean pressed) {
        adding.accept(event.isShiftDown());
        boolean done = super.processKeyBinding(stroke, event, condition, pressed);
        adding.accept(false);
        return done;
    }
}
