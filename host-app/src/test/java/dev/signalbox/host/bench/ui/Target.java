package dev.signalbox.host.bench.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the project asks of itself, with 100,000 orders sorted and filtered.
 *
 * @param text what it is
 * @param rate at how many updates a second
 * @param below the number it must stay below
 * @param number where it stands
 */
record Target(String text, int rate, double below, ToDoubleFunction<Result> number) {
    private static final List<Target> ALL = List.of(
            new Target("EDT delay p99, ms", 100_000, 16, Result::edtP99Millis),
            new Target("EDT delay p99, ms", 1_000_000, 16, Result::edtP99Millis),
            new Target("staleness p99, ms", 100_000, 50, Result::staleP99Millis),
            new Target("EDT share, % of a core", 100_000, 25, result -> 100 * result.edtShare()));
    private static final double HISTORY_BELOW_MIB = 400;

    static final String HEADER = """
            | 100,000 orders, sorted and filtered | at updates/s | must be below | is | met |
            |---|---:|---:|---:|---|
            """;

    static String lines(List<Result> results) {
        StringBuilder text = new StringBuilder();
        for (Target target : ALL) {
            Cell cell = new Cell(CellGroup.SIGNALBOX, 100_000, target.rate(), Mode.SORTED_FILTERED);
            results.stream()
                    .filter(result -> result.cell().equals(cell))
                    .forEach(result -> text.append(line(
                            target.text(),
                            "%,d".formatted(target.rate()),
                            target.below(),
                            target.number().applyAsDouble(result),
                            result.keptUp())));
        }
        return text.toString();
    }

    /** The heap's line. */
    static String history(double mib) {
        return line("heap after GC with 20 changes of each order, MiB", "–", HISTORY_BELOW_MIB, mib, true);
    }

    private static String line(String text, String rate, double below, double is, boolean valid) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.1f | %s |%n",
                text,
                rate,
                below,
                is,
                is < below && valid ? "yes" : "NO");
    }
}
