package dev.signalbox.host.order;

import java.util.Comparator;

/**
 * In which order rows are shown. Rows alike in the column stand in the natural order of their ids either way, so that no
 * two rows are equal and nothing jumps.
 */
record RowOrder(OrderColumn column, boolean descending) implements Comparator<OrderRow> {
    static final RowOrder FIRST = new RowOrder(OrderColumn.ORDER, false);

    @Override
    public int compare(OrderRow a, OrderRow b) {
        int byColumn = column.compare(a, b);
        if (byColumn != 0) {
            return descending ? -Integer.signum(byColumn) : byColumn;
        }
        int byId = NaturalOrder.compare(a.id(), b.id());
        return byId != 0 ? byId : Integer.compare(a.index(), b.index());
    }

    /** The order after a click on a header. */
    RowOrder clicked(OrderColumn clicked) {
        return new RowOrder(clicked, clicked == column ? !descending : clicked.greatestFirst());
    }
}
