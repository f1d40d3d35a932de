package dev.signalbox.host.order;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slots of rows by their ids. A hash table with so much room that the first look nearly always finds the row, which is
 * what counts when a hundred thousand rows are far away in memory. Ids that collide, by chance or made so by somebody, are
 * left to a map that does not mind.
 */
final class RowTable {
    static final int NONE = -1;

    private static final int FREE = 0;
    private static final int LOOKS = 32;

    /** One place in so many is taken at most. */
    private static final int ROOM = 3;

    private final RowsBySlot rows;

    /** Of each place the hash of its id, and its slot; a row that has left leaves its hash behind, and no slot. */
    private int[] table = new int[2 * 64];

    private final Map<String, Integer> colliding = new HashMap<>();
    private int size;
    private int taken;

    RowTable(RowsBySlot rows) {
        this.rows = rows;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @Nullable OrderRow find(String id) {
        int slot = slotOf(id, hash(id));
        return slot == NONE ? null : rows.of(slot);
    }

    /**
     * Looks many up at once: first at all hashes, then at all places, and so on, since a processor waits for many places in
     * memory as long as for one, if they do not depend on each other. Ids that are not there, or not found at the first
     * look, may be left out.
     *
     * @param found takes the rows, null where there is none
     */
    void findMost(String[] ids, int count, int[] scratch, @Nullable OrderRow[] found) {
        for (int i = 0; i < count; i++) {
            scratch[i] = hash(ids[i]);
        }
        for (int i = 0; i < count; i++) {
            int at = at(scratch[i]);
            scratch[i] = table[at] == scratch[i] ? table[at + 1] : NONE;
        }
        for (int i = 0; i < count; i++) {
            found[i] = scratch[i] == NONE ? null : rows.of(scratch[i]);
        }
        for (int i = 0; i < count; i++) {
            OrderRow row = found[i];
            if (row != null && !row.id().equals(ids[i])) {
                found[i] = null;
            }
        }
    }

    /** The row must not be there. */
    void add(OrderRow row) {
        if ((taken + 1) * ROOM > table.length / 2) {
            makeRoom();
        }
        put(hash(row.id()), row.slot());
        size++;
    }

    @Nullable OrderRow remove(String id) {
        int hash = hash(id);
        int at = find(id, hash);
        Integer slot = at == NONE ? colliding.remove(id) : Integer.valueOf(table[at + 1]);
        if (slot == null) {
            return null;
        }
        if (at != NONE) {
            table[at + 1] = NONE;
        }
        size--;
        return rows.of(slot);
    }

    private int slotOf(String id, int hash) {
        int at = find(id, hash);
        return at == NONE ? colliding.getOrDefault(id, NONE) : table[at + 1];
    }

    private int find(String id, int hash) {
        int at = at(hash);
        for (int look = 0; look < LOOKS && table[at] != FREE; look++) {
            if (table[at] == hash
                    && table[at + 1] != NONE
                    && rows.of(table[at + 1]).id().equals(id)) {
                return at;
            }
            at = next(at);
        }
        return NONE;
    }

    private void put(int hash, int slot) {
        int at = at(hash);
        for (int look = 0; look < LOOKS; look++) {
            if (table[at] == FREE) {
                taken++;
                table[at] = hash;
                table[at + 1] = slot;
                return;
            }
            at = next(at);
        }
        colliding.put(rows.of(slot).id(), slot);
    }

    /** Makes the table larger if its rows need it; else only what rows have left behind goes. */
    private void makeRoom() {
        int[] before = table;
        int room = before.length / 2;
        while (room < 2 * ROOM * (size + 1)) {
            room *= 2;
        }
        table = new int[2 * room];
        taken = 0;
        for (int at = 0; at < before.length; at += 2) {
            if (before[at] != FREE && before[at + 1] != NONE) {
                put(before[at], before[at + 1]);
            }
        }
    }

    private int at(int hash) {
        return hash * 2 & (table.length - 1);
    }

    private int next(int at) {
        return (at + 2) & (table.length - 1);
    }

    private static int hash(String id) {
        int mixed = id.hashCode() * 0x9E3779B9;
        int hash = mixed ^ (mixed >>> 16);
        return hash == FREE ? 1 : hash;
    }
}
