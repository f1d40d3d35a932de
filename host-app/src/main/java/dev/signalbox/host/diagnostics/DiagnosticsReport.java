package dev.signalbox.host.diagnostics;

import dev.signalbox.api.Delivery;
import dev.signalbox.host.bus.SubscriptionStatistics;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All of it as text, for a report of a fault. Holds no setting: some of those are secret. */
final class DiagnosticsReport {
    private static final Texts TEXTS = Texts.of(DiagnosticsReport.class);

    private DiagnosticsReport() {}

    static String of(String version, Instant now, Health health, Load load, Stalls stalls) {
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.get(
                "report.head", version, now.toString(), Runtime.version().toString(), system()));
        lines.add(HealthWords.sentence(health));
        lines.add(TEXTS.get("summary", HealthWords.rate(health), LoadWords.line(load)));
        lines.add("");
        lines.add(TEXTS.get("report.subscriptions"));
        health.subscriptions().forEach(line -> lines.add("  " + words(line)));
        lines.add("");
        lines.add(StallWords.count(stalls));
        for (Stall stall : stalls.newestFirst()) {
            lines.add("");
            lines.add(StallWords.inFull(stall));
        }
        return String.join("\n", lines);
    }

    static String words(SubscriptionLine line) {
        SubscriptionStatistics now = line.now();
        return TEXTS.get(
                "report.subscription",
                PlainText.of(now.subscriber()),
                PlainText.of(now.label().isEmpty() ? "-" : now.label()),
                now.eventType(),
                thread(now.delivery()),
                line.perSecond(),
                now.delivered(),
                now.merged(),
                now.waiting(),
                StallWords.seconds(now.lag()),
                now.slowestCallback().toMillis(),
                now.failures(),
                now.droppedNotices(),
                paused(now));
    }

    static String thread(Delivery delivery) {
        return TEXTS.get(delivery == Delivery.UI ? "thread.window" : "thread.background");
    }

    static String paused(SubscriptionStatistics of) {
        return of.paused() ? TEXTS.get("paused.yes") : "";
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }
}
