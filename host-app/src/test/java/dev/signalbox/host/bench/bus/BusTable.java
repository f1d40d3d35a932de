package dev.signalbox.host.bench.bus;

import java.util.Collection;
import java.util.Locale;

/** The costs as people read them. */
final class BusTable {
    private BusTable() {}

    /** Two Markdown tables, ready for the guide. */
    static String of(Collection<Cost> costs) {
        StringBuilder text = new StringBuilder(
                String.format("| subscribers | subject | ns an event, publishing | ± | CPU ns an event, all threads |"
                        + " bytes an event | Guava takes |%n|---:|---|---:|---:|---:|---:|---:|%n"));
        for (Cost cost : costs) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %.1f | %.1f | %.1f | %.0f | %.1f × |%n",
                    cost.subscribers(),
                    cost.subject(),
                    cost.nanos(),
                    cost.error(),
                    cost.cpuNanos(),
                    cost.bytes(),
                    of(costs, "guava", cost.subscribers()).nanos() / cost.nanos()));
        }
        text.append(String.format("%n| what | at most | is | met |%n|---|---:|---:|---|%n"));
        text.append(target(costs, 1, 20)).append(target(costs, 10, 60));
        return text.toString();
    }

    private static String target(Collection<Cost> costs, int subscribers, double most) {
        double is = of(costs, "signalbox", subscribers).nanos();
        return String.format(
                Locale.ROOT,
                "| publish, %d subscriber%s, ns an event | %.0f | %.1f | %s |%n",
                subscribers,
                subscribers == 1 ? "" : "s",
                most,
                is,
                is <= most ? "yes" : "NO");
    }

    private static Cost of(Collection<Cost> costs, String subject, int subscribers) {
        return costs.stream()
                .filter(cost -> cost.subject().equals(subject) && cost.subscribers() == subscribers)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        subject + " with " + subscribers + " subscribers was not measured."));
    }
}
