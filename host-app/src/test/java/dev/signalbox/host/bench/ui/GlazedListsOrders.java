package dev.signalbox.host.bench.ui;

import ca.odell.glazedlists.BasicEventList;
import ca.odell.glazedlists.EventList;
import ca.odell.glazedlists.FilterList;
import ca.odell.glazedlists.SortedList;
import ca.odell.glazedlists.TransformedList;
import ca.odell.glazedlists.event.ListEvent;
import ca.odell.glazedlists.gui.TableFormat;
import ca.odell.glazedlists.swing.GlazedListsSwing;
import dev.signalbox.api.OrderEvent;
import java.util.Comparator;
import java.util.List;
import javax.swing.JTable;

/**
 * GlazedLists: the list is changed on the EDT under its lock, all changes of a frame in one event of the list, filtered
 * before it is sorted so that only what is shown gets sorted, and told to the table in one event too.
 */
final class GlazedListsOrders implements PeerOrders {
    private final ChangedTogether orders = new ChangedTogether(new BasicEventList<>());

    @Override
    public JTable create(List<OrderEvent> first, Mode mode) {
        orders.addAll(first);
        EventList<OrderEvent> shown = orders;
        if (mode == Mode.SORTED_FILTERED) {
            FilterList<OrderEvent> filtered =
                    new FilterList<>(orders, event -> event.message().contains(Messages.SEARCHED));
            shown = new SortedList<>(
                    filtered, Comparator.comparing(OrderEvent::message).thenComparing(OrderEvent::orderId));
        }
        return new JTable(GlazedListsSwing.eventTableModel(
                shown, new OrderFormat(), GlazedListsSwing.manyToOneEventAdapterFactory()));
    }

    @Override
    public void apply(ChangedOrders changes) {
        orders.getReadWriteLock().writeLock().lock();
        try {
            orders.change(changes);
        } finally {
            orders.getReadWriteLock().writeLock().unlock();
        }
    }

    @Override
    public OrderEvent held(int order) {
        return orders.get(order);
    }

    /** What its own {@code TransactionList} does, without keeping a way back for each change, which would cost. */
    private static final class ChangedTogether extends TransformedList<OrderEvent, OrderEvent> {
        ChangedTogether(EventList<OrderEvent> source) {
            super(source);
            source.addListEventListener(this);
        }

        void change(ChangedOrders changes) {
            updates.beginEvent(true);
            for (int i = 0; i < changes.count(); i++) {
                source.set(changes.order(i), changes.event(i));
            }
            updates.commitEvent();
        }

        @Override
        protected boolean isWritable() {
            return true;
        }

        @Override
        public void listChanged(ListEvent<OrderEvent> changes) {
            updates.forwardEvent(changes);
        }
    }

    private static final class OrderFormat implements TableFormat<OrderEvent> {
        @Override
        public int getColumnCount() {
            return Columns.ALL.size();
        }

        @Override
        public String getColumnName(int column) {
            return Columns.ALL.get(column);
        }

        @Override
        public Object getColumnValue(OrderEvent event, int column) {
            return Columns.text(event, column);
        }
    }
}
