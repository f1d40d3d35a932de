package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which order rows are shown: by the first column, rows alike in it by the second, and so on. Rows alike in all of them
 * stand in the natural order of their ids whichever way the columns go, so that no two rows are equal and nothing jumps.
 *
 * @param keys the columns sorted by, at least one, none twice
 */
record RowOrder(List<Key> keys) implements Comparator<OrderRow> {
    /** For {@link #moving}. */
    static final int ALWAYS = -1;

    static final RowOrder FIRST = new RowOrder(OrderColumn.ORDER, false);

    RowOrder {
        keys = List.copyOf(keys);
    }

    /** How many of the keys have to be looked at: the natural order of ids goes without saying at the end. */
    int told() {
        int last = keys.size() - 1;
        boolean byId =
                keys.get(last).column() == OrderColumn.ORDER && !keys.get(last).descending();
        return byId ? last : last + 1;
    }

    /** Which cells of a row must change, a bit for each column, for it to move; all when it may move without that. */
    int moving() {
        int cells = 0;
        for (Key key : keys) {
            cells |= switch (key.column()) {
                case ORDER, TOPIC, SOURCE -> 0;
                case STATE, AGE -> OrderColumn.STATE.bit();
                case STATUS, MESSAGE -> key.column().bit();
                case UPDATED -> ALWAYS;
            };
        }
        return cells;
    }

    RowOrder(OrderColumn column, boolean descending) {
        this(List.of(new Key(column, descending)));
    }

    /** The column sorted by first. */
    OrderColumn column() {
        return keys.get(0).column();
    }

    boolean descending() {
        return keys.get(0).descending();
    }

    /** Which key a column is, counted from 0; -1 if rows are not sorted by it. */
    int rank(OrderColumn column) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).column() == column) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int compare(OrderRow a, OrderRow b) {
        int told = told();
        for (int i = 0; i < told; i++) {
            Key key = keys.get(i);
            int byColumn = key.column().compare(a, b);
            if (byColumn != 0) {
                return key.descending() ? -Integer.signum(byColumn) : byColumn;
            }
        }
        int byId = a.hasLabel() && b.hasLabel()
                ? Long.compare(a.label(), b.label())
                : NaturalOrder.compare(a.id(), b.id());
        return byId != 0 ? byId : Long.compare(a.arrival(), b.arrival());
    }

    /** The order after a click on a header: by that column, then the other way, then as at first. */
    RowOrder clicked(OrderColumn clicked) {
        Key first = Key.first(clicked);
        if (clicked != column()) {
            return new RowOrder(List.of(first));
        }
        boolean fresh = keys.get(0).equals(first);
        return fresh || clicked == FIRST.column()
                ? new RowOrder(List.of(keys.get(0).turned()))
                : FIRST;
    }

    /** The order after a click with Shift: the column becomes a further key, turns, and is none again. */
    RowOrder added(OrderColumn clicked) {
        int rank = rank(clicked);
        List<Key> wanted = new ArrayList<>(keys);
        if (rank < 0) {
            wanted.add(Key.first(clicked));
        } else if (keys.get(rank).equals(Key.first(clicked))) {
            wanted.set(rank, keys.get(rank).turned());
        } else {
            wanted.remove(rank);
        }
        return wanted.isEmpty() ? FIRST : new RowOrder(wanted);
    }

    /**
     * One column sorted by.
     *
     * @param column the column
     * @param descending whether the greatest comes first
     */
    record Key(OrderColumn column, boolean descending) {

        /** As the first click on its header sorts. */
        static Key first(OrderColumn column) {
            return new Key(column, column.greatestFirst());
        }

        Key turned() {
            return new Key(column, !descending);
        }
    }
}
