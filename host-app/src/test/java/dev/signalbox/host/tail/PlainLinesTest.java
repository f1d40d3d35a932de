package dev.signalbox.host.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.api.WorkUpdate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLinesTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.120Z");

    private final PlainLines lines = new PlainLines(ZoneOffset.UTC);

    @Test
    void columnsStandUnderEachOther() {
        String first = line(order("ORD-1", "PROCESSING", "picked"));
        String second = line(order("ORD-10002", "SHIPPED", "on its way"));

        assertThat(first)
                .isEqualTo("12:00:00.120  sse/orders    order       ORD-1         PROCESSING  IN_PROGRESS  picked");
        assertThat(second.indexOf("SHIPPED")).isEqualTo(first.indexOf("PROCESSING"));
        assertThat(second.indexOf("on its way")).isEqualTo(first.indexOf("picked"));
    }

    @Test
    void aLongSourceMovesTheColumnsOnce() {
        line(new Problem("a-plug-in/with-a-long-name", "reading", "it broke", "", AT));

        assertThat(line(order("ORD-1", "PROCESSING", "picked")))
                .startsWith("12:00:00.120  sse/orders                  order");
    }

    @Test
    void otherWorkShowsItsTopicProgressAndDetails() {
        WorkUpdate work = new WorkUpdate(
                "jobs/ci",
                "builds",
                "B-1",
                "",
                "",
                "compiling",
                false,
                false,
                OptionalDouble.of(0.254),
                Map.of("on", "x"),
                AT);

        assertThat(line(work)).endsWith("builds      B-1           -           -            25 % compiling  on=x");
    }

    @Test
    void aConnectionSaysWhyAndWhenItIsTriedAgain() {
        assertThat(line(new ConnectionChanged(
                        "sse/orders", ConnectionState.WAITING, 2, Optional.of(AT.plusSeconds(3)), "It broke.", AT)))
                .endsWith("connection  WAITING       It broke. Attempt 2 at 12:00:03.120.");
        assertThat(line(new ConnectionChanged("sse/orders", ConnectionState.OPEN, 1, Optional.empty(), "", AT)))
                .endsWith("connection  OPEN");
    }

    @Test
    void theRestIsSaidInWords() {
        assertThat(line(new Problem("sse/orders", "reading", "it broke", "Mend it.", AT)))
                .endsWith("problem     reading: it broke. Mend it.");
        assertThat(line(new Notice("sse/orders", "news", "Late.", "By an hour", AT)))
                .endsWith("notice      Late. By an hour");
        assertThat(line(new WorkRemoved("sse/orders", "orders", "ORD-1", AT))).endsWith("removed     ORD-1");
        assertThat(line(new WatchChanged("sse/orders", "orders", Set.of("ORD-1"), AT)))
                .endsWith("watch       orders: 1 followed");
        assertThat(line(new WatchSettled("sse/orders", "orders", 3, 1, AT)))
                .endsWith("settled     orders: all 3, 1 failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J\u001b]0;title\u0007", // clears the screen, sets the title
                "one\ntwo\rthree\u0085four", // ends the line
                "\u009b31m", // colours without an escape
                "\u202egpj.exe\u2066", // reorders what is read
                "\u2028\u2029\u0000\b\u007f\ufeff"
            })
    void nothingFromOutsideReachesTheTerminalAsACommand(String hostile) {
        String line = line(order(hostile, hostile, hostile));

        assertThat(line.codePoints().filter(PlainLinesTest::commands)).isEmpty();
        assertThat(line).contains("\\");
    }

    @Test
    void lettersOfAllScriptsAreLeftAsTheyAre() {
        String text = "größer 日本 \ud83d\ude80";

        assertThat(line(order("ORD-1", "PROCESSING", text))).endsWith(text);
        assertThat(line(order("ORD-1", "PROCESSING", "half \ud83d"))).endsWith("half \\ud83d");
    }

    private static boolean commands(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }

    private static OrderEvent order(String id, String state, String message) {
        return new OrderEvent("sse/orders", id, state, "IN_PROGRESS", message, false, false, AT);
    }

    private String line(ConsoleEvent event) {
        StringBuilder line = new StringBuilder();
        lines.append(event, line);
        return line.toString();
    }
}
