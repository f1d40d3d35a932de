package dev.signalbox.host.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DiagnosticsReportTest {
    private final Stalls stalls = new Stalls();
    private final Load load = new Load(120L << 20, 512L << 20, 23, OptionalDouble.of(0.04));

    private String report() {
        SubscriptionLine line = new SubscriptionLine(
                SubscriptionLine.Key.of(HealthTest.orders(4_000, 10_000, 5, 300), 1),
                HealthTest.orders(4_000, 10_000, 5, 300),
                1_240);
        Health health = new Health(1_240, 14, Duration.ofMillis(300), new Health.Losses(0, 0), List.of(line));
        return DiagnosticsReport.of("1.2", Instant.parse("2026-05-01T10:00:00Z"), health, load, stalls);
    }

    @Test
    void itSaysAllThatTheWindowShows() {
        stalls.add(Stacks.stall(Culprit.Kind.PLUGIN, "plug-in Tick", Duration.ofMillis(1200)));
        assertThat(report())
                .startsWith("Signalbox 1.2, 2026-05-01T10:00:00Z, Java ")
                .contains("Showing 1 of 14 updates per order, lag 0.3 s, no failure dropped.")
                .contains("1,240 updates/s · heap 120 of 512 MB · 23 threads · window thread 4% of a core")
                .contains("the console | orders | ConsoleEvent on window | 1,240/s | 4,000 delivered, 10,000 merged,"
                        + " 5 waiting | lag 0.3 s | slowest 2 ms")
                .contains("The window was held up 1.2 s by plug-in Tick\nin a.B.c (B.java:1)\n    at a.B.c");
    }

    @Test
    void withoutAStallItSaysSo() {
        assertThat(report()).endsWith("The window was never held up");
    }

    @Test
    void aThreadWhoseTimeCannotBeToldIsLeftOut() {
        assertThat(LoadWords.line(new Load(1 << 20, 2 << 20, 3, OptionalDouble.empty())))
                .isEqualTo("heap 1 of 2 MB · 3 threads");
    }
}
