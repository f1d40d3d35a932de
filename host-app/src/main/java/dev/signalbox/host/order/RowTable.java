package dev.signalbox.host.order;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows by their ids. A hash table with so much room that the first look nearly always finds the row, which is what counts
 * when a hundred thousand rows are far away in memory. Ids that collide, by chance or made so by somebody, are left to a
 * map that does not mind.
 */
final class RowTable {
    private static final int FREE = 0;
    private static final int LOOKS = 32;

    /** One place in so many is taken at most. */
    private static final int ROOM = 3;

    /** Of each place the hash of its id; a row that has left leaves its hash behind. */
    private int[] hashes = new int[64];

    private @Nullable OrderRow[] rows = new OrderRow[64];
    private final Map<String, OrderRow> colliding = new HashMap<>();
    private int size;
    private int taken;

    boolean isEmpty() {
        return size == 0;
    }

    @Nullable OrderRow find(String id) {
        int place = placeOf(id);
        return place < 0 ? colliding.get(id) : rows[place];
    }

    /** The row must not be there. */
    void add(OrderRow row) {
        if ((taken + 1) * ROOM > hashes.length) {
            makeRoom();
        }
        put(row);
        size++;
    }

    @Nullable OrderRow remove(String id) {
        int place = placeOf(id);
        OrderRow row;
        if (place < 0) {
            row = colliding.remove(id);
        } else {
            row = rows[place];
            rows[place] = null;
        }
        size -= row == null ? 0 : 1;
        return row;
    }

    private int placeOf(String id) {
        int hash = hash(id);
        int place = hash & (hashes.length - 1);
        for (int look = 0; look < LOOKS && hashes[place] != FREE; look++) {
            if (hashes[place] == hash) {
                OrderRow row = rows[place];
                if (row != null && row.id().equals(id)) {
                    return place;
                }
            }
            place = (place + 1) & (hashes.length - 1);
        }
        return -1;
    }

    private void put(OrderRow row) {
        int hash = hash(row.id());
        int place = hash & (hashes.length - 1);
        for (int look = 0; look < LOOKS; look++) {
            if (hashes[place] == FREE) {
                taken++;
                hashes[place] = hash;
                rows[place] = row;
                return;
            }
            place = (place + 1) & (hashes.length - 1);
        }
        colliding.put(row.id(), row);
    }

    /** Makes the table larger if its rows need it; else only what rows have left behind goes. */
    private void makeRoom() {
        @Nullable OrderRow[] before = rows;
        int room = hashes.length;
        while (room < 2 * ROOM * (size + 1)) {
            room *= 2;
        }
        hashes = new int[room];
        rows = new OrderRow[room];
        taken = 0;
        for (OrderRow row : before) {
            if (row != null) {
                put(row);
            }
        }
    }

    private static int hash(String id) {
        int mixed = id.hashCode() * 0x9E3779B9;
        int hash = mixed ^ (mixed >>> 16);
        return hash == FREE ? 1 : hash;
    }
}
