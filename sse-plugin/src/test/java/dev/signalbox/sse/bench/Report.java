package dev.signalbox.sse.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results as people and as programs read them. */
final class Report {
    private Report() {}

    /** Two Markdown tables, ready for the guide. */
    static String table(Map<Measured, Sample> results) {
        StringBuilder text = new StringBuilder(
                String.format("| case | feed | subject | events/s | CPU ns an event | bytes an event | signalbox is |%n"
                        + "|---|---|---|---:|---:|---:|---:|%n"));
        results.forEach((measured, sample) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f | %,.0f | %,.0f | %s |%n",
                measured.payload(),
                measured.feed(),
                measured.subject(),
                sample.eventsPerSecond(),
                sample.cpuNanosPerEvent(),
                sample.bytesPerEvent(),
                ratio(results, measured))));
        text.append(String.format("%n| what | feed | must | is | met |%n|---|---|---:|---:|---|%n"));
        Target.ALL.forEach(target -> text.append(target.line(results)));
        return text.toString();
    }

    static String json(Map<Measured, Sample> results) {
        return results.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "{\"case\":\"%s\",\"feed\":\"%s\",\"subject\":\"%s\","
                                + "\"events_per_s\":%.1f,\"cpu_ns_per_event\":%.1f,\"bytes_per_event\":%.1f}",
                        entry.getKey().payload(),
                        entry.getKey().feed(),
                        entry.getKey().subject(),
                        entry.getValue().eventsPerSecond(),
                        entry.getValue().cpuNanosPerEvent(),
                        entry.getValue().bytesPerEvent()))
                .collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static String ratio(Map<Measured, Sample> results, Measured measured) {
        return measured.subject().equals("signalbox")
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.2f ×",
                        Target.ratio(results, measured.payload(), measured.feed(), measured.subject()));
    }
}
