package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rows in their order, in blocks of some tens: a row that comes or goes moves those of its block only, however many there
 * are. Rows are taken out of their blocks when others are {@linkplain #merge merged} in; until then places are those of before.
 */
final class RowBlocks {
    private static final int NONE = -1;
    private static final int MOST = 32;
    private static final int USUAL = 20;

    /** Neighbours that have no more together become one. */
    private static final int FEW = 12;

    private final RowsBySlot slots;

    /** In the order of their rows, none of them empty. */
    private List<RowBlock> blocks = new ArrayList<>();

    private List<RowBlock> spare = new ArrayList<>();

    /** By their numbers; the last one given back is the first to be used again. */
    private final List<RowBlock> numbered = new ArrayList<>();

    private final List<RowBlock> unused = new ArrayList<>();

    /** By their numbers: whether rows have left them that still stand there. */
    private boolean[] holed = {};

    /** A bit for the slot of each row that has left its place since the last {@link #begin}. */
    private long[] left = {};

    /** For each slot the number of the block its row is in, or {@link #NONE}. */
    private int[] blockOf = {};

    private int[] landed = {};

    /** As of the last merge. */
    private int counted;

    private int firstDifferent;
    private int endDifferent;

    private int size;

    RowBlocks(RowsBySlot slots) {
        this.slots = slots;
    }

    int size() {
        return size;
    }

    /** From here on to {@link #endDifferent} other rows may stand since the last merge. */
    int firstDifferent() {
        return firstDifferent;
    }

    int endDifferent() {
        return endDifferent;
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

    /** Where the row of a slot stands; -1 when it does not stand here. */
    int place(int slot) {
        if (!has(slot)) {
            return NONE;
        }
        RowBlock block = numbered.get(blockOf[slot]);
        return block.start + block.rows.indexOf(slot);
    }

    /** Must come before rows are taken out for the next merge. */
    void begin() {
        int words = (slots.size() >> 6) + 1;
        if (left.length < words) {
            left = new long[words + (words >> 1)];
        } else {
            Arrays.fill(left, 0, words, 0);
        }
    }

    /** Whether the row of a slot has left its place, to stand elsewhere or not at all. */
    boolean hasLeft(int slot) {
        int word = slot >> 6;
        return word < left.length && (left[word] & 1L << slot) != 0;
    }

    /** The row of a slot leaves; it must stand here. */
    void takeOut(int slot) {
        holed[blockOf[slot]] = true;
        blockOf[slot] = NONE;
        left[slot >> 6] |= 1L << slot;
        size--;
    }

    /** Takes out all rows that are not wanted. */
    void keepOnly(Predicate<OrderRow> wanted) {
        for (RowBlock block : blocks) {
            for (int i = 0; i < block.rows.size; i++) {
                int slot = block.rows.slots[i];
                if (!wanted.test(slots.of(slot))) {
                    takeOut(slot);
                }
            }
        }
    }

    /** Writes keys and labels anew; the order of the rows must stay. */
    void rewrite(SortKey key, RowOrder order) {
        for (RowBlock block : blocks) {
            for (int i = 0; i < block.rows.size; i++) {
                OrderRow row = block.rows.row(i);
                key.take(row, order);
                block.rows.set(i, row, key);
            }
        }
    }

    void clear() {
        blocks.forEach(this::release);
        blocks.clear();
        Arrays.fill(blockOf, NONE);
        size = 0;
    }

    /** Merges sorted rows into these, and counts anew. */
    void merge(RowList sorted, RowOrder order) {
        room();
        int before = counted;
        firstDifferent = Integer.MAX_VALUE;
        endDifferent = 0;
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
        if (sorted.size > 0) {
            differs(place(sorted.slots[0]), place(sorted.slots[sorted.size - 1]));
        }
        counted = size;
        if (size != before) {
            differs(Math.min(size, before), Math.max(size, before) - 1);
        }
    }

    private void differs(int first, int last) {
        firstDifferent = Math.min(firstDifferent, first);
        endDifferent = Math.max(endDifferent, last + 1);
    }

    /** The rows that have left the block go. */
    private void takeOut(RowBlock block) {
        RowList rows = block.rows;
        int kept = 0;
        for (int i = 0; i < rows.size; i++) {
            if (hasLeft(rows.slots[i])) {
                differs(block.start + i, block.start + i);
            } else {
                if (kept < i) {
                    rows.set(kept, i);
                }
                kept++;
            }
        }
        rows.size = kept;
        holed[block.number] = false;
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

    /** Lets rows go that have left, splits large blocks, joins small ones, lets go of empty ones, and counts the rows before each. */
    private void settle() {
        List<RowBlock> after = spare;
        int start = 0;
        RowBlock last = null;
        for (int i = 0; i < blocks.size(); i++) {
            RowBlock block = blocks.get(i);
            if (holed[block.number]) {
                takeOut(block);
            }
            RowList rows = block.rows;
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
        if (holed.length <= block.number) {
            holed = Arrays.copyOf(holed, 2 * block.number + 64);
        }
        numbered.add(block);
        return block;
    }

    private void release(RowBlock block) {
        block.rows.cutTo(0, MOST);
        holed[block.number] = false;
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
