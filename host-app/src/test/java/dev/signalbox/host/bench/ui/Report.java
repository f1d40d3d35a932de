package dev.signalbox.host.bench.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as people and as programs read them. */
final class Report {
    private Report() {}

    /** A Markdown table, ready for the guide. */
    static String table(List<Result> results) {
        StringBuilder text = new StringBuilder("""
                | orders | updates/s | mode | subject | EDT p50 ms | p99 | max | stale p99 ms | EDT share | heap MiB | taken |
                |---:|---:|---|---|---:|---:|---:|---:|---:|---:|---|
                """);
        results.forEach(result -> text.append(String.format(
                Locale.ROOT,
                "| %,d | %,d | %s | %s | %.2f | %.2f | %.1f | %.1f | %.1f %% | %.0f | %s |%n",
                result.cell().orders(),
                result.cell().rate(),
                result.cell().mode().text(),
                result.cell().subject(),
                result.edtP50Millis(),
                result.edtP99Millis(),
                result.edtMostMillis(),
                result.staleP99Millis(),
                100 * result.edtShare(),
                result.heapMib(),
                taken(result))));
        return text.toString();
    }

    static String json(List<Result> results) {
        return results.stream().map(Result::json).collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static String taken(Result result) {
        if (result.keptUp()) {
            return "all";
        }
        return String.format(Locale.ROOT, "ONLY %,.0f/s", result.achievedRate());
    }
}
