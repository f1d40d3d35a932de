package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.util.List;
import javax.swing.JTable;

/** A peer's own way to hold, sort and filter orders. Belongs to the EDT. */
interface PeerOrders {
    /** The table with these orders. */
    JTable create(List<OrderEvent> orders, Mode mode);

    /** Takes the changes of one frame. */
    void apply(ChangedOrders changes);

    /** What it now has of an order. */
    OrderEvent held(int order);
}
