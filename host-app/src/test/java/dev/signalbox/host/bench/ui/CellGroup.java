package dev.signalbox.host.bench.ui;

import java.util.List;

/**
 * Cells that share a JVM and its orders, from the lowest rate to the highest.
 *
 * @param subject who is measured
 * @param orders how many orders there are
 * @param mode what the operator has set
 * @param rates updates a second, one cell for each
 */
record CellGroup(String subject, int orders, Mode mode, List<Integer> rates) {
    static final String SIGNALBOX = "signalbox";
    static final String GLAZED_LISTS = "glazedlists";
    static final String TABLE_ROW_SORTER = "tablerowsorter";
    static final String IDLE = "idle";

    Cell cell(int rate) {
        return new Cell(subject, orders, rate, mode);
    }

    @Override
    public String toString() {
        return "%s, %,d orders, %s".formatted(subject, orders, mode.text());
    }
}
