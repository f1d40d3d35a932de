package dev.signalbox.host.bench.ui;

import static dev.signalbox.host.bench.ui.CellGroup.GLAZED_LISTS;
import static dev.signalbox.host.bench.ui.CellGroup.IDLE;
import static dev.signalbox.host.bench.ui.CellGroup.SIGNALBOX;
import static dev.signalbox.host.bench.ui.CellGroup.TABLE_ROW_SORTER;

import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param groups the cells
 * @param firstWarmUpMillis in a new JVM
 * @param warmUpMillis for each further cell of a JVM
 * @param measuredMillis for each cell
 */
record Plan(List<CellGroup> groups, int firstWarmUpMillis, int warmUpMillis, int measuredMillis) {
    /** One subject or one heap alone, while something is improved. */
    static final String EVERYTHING = "all";

    static final String HISTORY = "history";

    /** What can be asked for alone. */
    static final List<String> CHOICES = List.of(EVERYTHING, SIGNALBOX, GLAZED_LISTS, TABLE_ROW_SORTER, IDLE, HISTORY);

    private static final List<String> FED = List.of(SIGNALBOX, GLAZED_LISTS, TABLE_ROW_SORTER);
    private static final CellGroup FLOOR = new CellGroup(IDLE, 0, Mode.PLAIN, List.of(0));

    static Plan full() {
        List<CellGroup> groups = new ArrayList<>(List.of(FLOOR));
        for (Mode mode : Mode.values()) {
            for (int orders : List.of(1_000, 10_000, 100_000)) {
                FED.forEach(subject ->
                        groups.add(new CellGroup(subject, orders, mode, List.of(1_000, 10_000, 100_000, 1_000_000))));
            }
        }
        return new Plan(groups, 12_000, 2_000, 4_000);
    }

    static Plan quick() {
        List<CellGroup> groups = new ArrayList<>(List.of(FLOOR));
        FED.forEach(subject ->
                groups.add(new CellGroup(subject, 100_000, Mode.SORTED_FILTERED, List.of(100_000, 1_000_000))));
        return new Plan(groups, 12_000, 3_000, 5_000);
    }

    Plan only(String subject) {
        return subject.equals(EVERYTHING)
                ? this
                : new Plan(
                        groups.stream()
                                .filter(group -> group.subject().equals(subject))
                                .toList(),
                        firstWarmUpMillis,
                        warmUpMillis,
                        measuredMillis);
    }
}
