package dev.signalbox.host.order;

/** Some of the rows shown, that stand one after the other. */
final class RowBlock {
    final RowList rows;

    /** Its own among the blocks of a list. */
    final int number;

    /** How many rows stand before it, as of the last time they were counted. */
    int start;

    RowBlock(RowsBySlot slots, int number, int capacity) {
        this.rows = new RowList(slots, capacity);
        this.number = number;
    }
}
