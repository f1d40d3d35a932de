package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.awt.Dimension;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JTable;

/** A window with a table of orders. */
interface Subject {
    Dimension FRAME = new Dimension(1280, 900);

    /** Shows the window, with these orders in this order, sorted and filtered as the mode says. */
    void open(List<OrderEvent> orders, Mode mode) throws InterruptedException, IOException;

    /** Takes updates; on the feeder's thread, which may have to wait. */
    void take(List<OrderEvent> batch) throws InterruptedException;

    /** Returns when everything that was taken has reached the table. */
    void quiesce() throws InterruptedException;

    JTable table();

    /** Asks for the time of the update the table now has of an order. The question is asked on the EDT. */
    Supplier<Instant> held(int order);

    static Subject named(String name) {
        return switch (name) {
            case CellGroup.SIGNALBOX, CellGroup.IDLE -> new SignalboxConsole();
            case CellGroup.GLAZED_LISTS -> new CoalescedPeer(new GlazedListsOrders());
            case CellGroup.TABLE_ROW_SORTER -> new CoalescedPeer(new RowSorterOrders());
            default -> throw new IllegalArgumentException("There is no subject \"" + name + "\".");
        };
    }
}
