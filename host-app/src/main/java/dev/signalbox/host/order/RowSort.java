package dev.signalbox.host.order;

/** Sorts a {@link RowList} by merging, runs that are in order already for nothing. */
final class RowSort {
    private static final int RUN = 8;

    private int[] sorted = {};
    private int[] spare = {};
    private RowList result;

    RowSort(RowsBySlot rows) {
        this.result = new RowList(rows);
    }

    /** Sorts the rows, and gives a list to use instead; the one given belongs to this sort from now on. */
    RowList sort(RowList rows, RowOrder order) {
        int size = rows.size;
        if (sorted.length < size) {
            sorted = new int[size + (size >> 1)];
            spare = new int[sorted.length];
        }
        for (int start = 0; start < size; start += RUN) {
            insert(rows, order, start, Math.min(start + RUN, size));
        }
        for (int width = RUN; width < size; width *= 2) {
            for (int start = 0; start < size; start += 2 * width) {
                merge(rows, order, start, Math.min(start + width, size), Math.min(start + 2 * width, size));
            }
            int[] merged = spare;
            spare = sorted;
            sorted = merged;
        }
        RowList done = result;
        done.clear();
        for (int i = 0; i < size; i++) {
            done.addAll(rows, sorted[i], sorted[i] + 1);
        }
        result = rows;
        return done;
    }

    private void insert(RowList rows, RowOrder order, int start, int end) {
        for (int i = start; i < end; i++) {
            int to = i;
            while (to > start && rows.compare(sorted[to - 1], rows, i, order) > 0) {
                sorted[to] = sorted[to - 1];
                to--;
            }
            sorted[to] = i;
        }
    }

    private void merge(RowList rows, RowOrder order, int start, int middle, int end) {
        if (middle >= end || rows.compare(sorted[middle - 1], rows, sorted[middle], order) <= 0) {
            System.arraycopy(sorted, start, spare, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft =
                    right >= end || (left < middle && rows.compare(sorted[left], rows, sorted[right], order) <= 0);
            spare[i] = takeLeft ? sorted[left++] : sorted[right++];
        }
    }
}
