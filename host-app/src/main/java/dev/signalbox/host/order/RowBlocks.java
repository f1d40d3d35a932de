package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in their order, in blocks of some tens: a row that comes or goes moves those of its block only, however many there
 * are. Places are right again once rows have been {@linkplain #merge merged} in.
 */
final class RowBlocks {
    private static final int NONE = -1;
    private static final int MOST = 64;
    private static final int USUAL = 40;

    /** Neighbours that have no more together become one. */
    private static final int FEW = 24;

    private final RowsBySlot slots;

    /** In the order of their rows, none of them empty. */
    private List<RowBlock> blocks = new ArrayList<>();

    private List<RowBlock> spare = new ArrayList<>();

    /** By their numbers; the last one given back is the first to be used again. */
    private final List<RowBlock> numbered = new ArrayList<>();

    private final List<RowBlock> unused = new ArrayList<>();

    /** For each slot the number of the block its row is in, or {@link #NONE}. */
    private int[] blockOf = {};

    private int[] landed = {};

    private int size;

    RowBlocks(RowsBySlot slots) {
        this.slots = slots;
    }

    int size() {
        return size;
    }

    List<RowBlock> blocks() {
        return blocks;
    }

    OrderRow row(int place) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).start <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        RowBlock block = blocks.get(low);
        return block.rows.row(place - block.start);
    }

    boolean has(int slot) {
        return slot < blockOf.length && blockOf[slot] != NONE;
    }

    /** The block of a row that stands here. */
    RowBlock block(int slot) {
        return numbered.get(blockOf[slot]);
    }

    /** Where the row of a slot stands; -1 when it does not stand here. */
    int place(int slot) {
        if (!has(slot)) {
            return NONE;
        }
        RowBlock block = block(slot);
        return block.start + block.rows.indexOf(slot);
    }

    void clear() {
        blocks.forEach(this::release);
        blocks.clear();
        Arrays.fill(blockOf, NONE);
        size = 0;
    }

    void takeOut(RowBlock block, int index) {
        blockOf[block.rows.slots[index]] = NONE;
        block.rows.remove(index);
        block.takenOut++;
        size--;
    }

    /** Merges sorted rows into these, and counts anew. */
    void merge(RowList sorted, RowOrder order) {
        room();
        settle();
        if (landed.length < sorted.size) {
            landed = new int[sorted.size];
        }
        if (blocks.isEmpty() && sorted.size > 0) {
            blocks.add(fresh());
        }
        int at = 0;
        for (int from = 0; from < sorted.size; ) {
            at = blockFor(at, sorted, from, order);
            int end = from + 1;
            while (end < sorted.size && (at + 1 == blocks.size() || comesBefore(sorted, end, at + 1, order))) {
                end++;
            }
            RowBlock block = blocks.get(at);
            block.rows.merge(sorted, from, end, order, landed);
            own(block, sorted, from, end);
            from = end;
        }
        size += sorted.size;
        settle();
    }

    /** The last block, not before a given one, whose first row stands before another row. Looks near first. */
    private int blockFor(int first, RowList sorted, int index, RowOrder order) {
        int low = first;
        int step = 1;
        int high = low + 1;
        while (high < blocks.size() && !comesBefore(sorted, index, high, order)) {
            low = high;
            high += step;
            step <<= 1;
        }
        high = Math.min(high, blocks.size());
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (comesBefore(sorted, index, middle, order)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private boolean comesBefore(RowList sorted, int index, int block, RowOrder order) {
        return sorted.compare(index, blocks.get(block).rows, 0, order) < 0;
    }

    /** Splits large blocks, joins small ones, lets go of empty ones, and counts the rows before each. */
    private void settle() {
        List<RowBlock> after = spare;
        int start = 0;
        RowBlock last = null;
        for (int i = 0; i < blocks.size(); i++) {
            RowBlock block = blocks.get(i);
            RowList rows = block.rows;
            block.takenOut = 0;
            if (rows.size == 0) {
                release(block);
            } else if (last != null && last.rows.size + rows.size <= FEW) {
                own(last, rows, 0, rows.size);
                last.rows.addAll(rows, 0, rows.size);
                start += rows.size;
                release(block);
            } else {
                block.start = start;
                start += rows.size;
                last = block;
                after.add(block);
                if (rows.size > MOST) {
                    last = split(block, after);
                }
            }
        }
        spare = blocks;
        spare.clear();
        blocks = after;
    }

    /** Leaves the first rows to a block and gives the others to new ones behind it; returns the last of them. */
    private RowBlock split(RowBlock block, List<RowBlock> after) {
        RowBlock last = block;
        for (int from = USUAL; from < block.rows.size; ) {
            int left = block.rows.size - from;
            int end = left <= MOST ? block.rows.size : from + USUAL;
            last = fresh();
            last.start = block.start + from;
            last.rows.addAll(block.rows, from, end);
            own(last, block.rows, from, end);
            after.add(last);
            from = end;
        }
        block.rows.cutTo(USUAL, MOST);
        return last;
    }

    private void own(RowBlock block, RowList rows, int from, int end) {
        for (int i = from; i < end; i++) {
            blockOf[rows.slots[i]] = block.number;
        }
    }

    private RowBlock fresh() {
        if (!unused.isEmpty()) {
            return unused.remove(unused.size() - 1);
        }
        RowBlock block = new RowBlock(slots, numbered.size(), MOST);
        numbered.add(block);
        return block;
    }

    private void release(RowBlock block) {
        block.rows.cutTo(0, MOST);
        unused.add(block);
    }

    /** There may be rows with new slots. */
    private void room() {
        int known = blockOf.length;
        if (known < slots.size()) {
            blockOf = Arrays.copyOf(blockOf, slots.size() + (slots.size() >> 1));
            Arrays.fill(blockOf, known, blockOf.length, NONE);
        }
    }
}
