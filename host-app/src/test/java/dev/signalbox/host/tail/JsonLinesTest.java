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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

/** The shape of {@code tail --json}, which others read: a change here is a change for them. */
class JsonLinesTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.120Z");

    @Test
    void anOrder() {
        assertThat(line(new OrderEvent("sse/orders", "ORD-1", "SHIPPED", "FAILED", "no \"van\"", true, true, AT)))
                .isEqualTo("{\"kind\":\"order\",\"source\":\"sse/orders\",\"orderId\":\"ORD-1\",\"state\":\"SHIPPED\","
                        + "\"status\":\"FAILED\",\"message\":\"no \\\"van\\\"\",\"settled\":true,\"failed\":true,"
                        + "\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void otherWork() {
        assertThat(line(new WorkUpdate(
                        "jobs/ci",
                        "builds",
                        "B-1",
                        "RUNNING",
                        "IN_PROGRESS",
                        "compiling",
                        false,
                        false,
                        OptionalDouble.of(0.25),
                        Map.of("host", "one"),
                        AT)))
                .isEqualTo("{\"kind\":\"work\",\"source\":\"jobs/ci\",\"topic\":\"builds\",\"key\":\"B-1\","
                        + "\"state\":\"RUNNING\",\"status\":\"IN_PROGRESS\",\"message\":\"compiling\","
                        + "\"settled\":false,\"failed\":false,\"progress\":0.25,\"details\":{\"host\":\"one\"},"
                        + "\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void workWithoutProgressHasNull() {
        assertThat(line(WorkUpdate.done("jobs/ci", "builds", "B-1", "done")))
                .contains("\"progress\":null,\"details\":{}");
    }

    @Test
    void aRemoval() {
        assertThat(line(new WorkRemoved("jobs/ci", "builds", "B-1", AT)))
                .isEqualTo("{\"kind\":\"removed\",\"source\":\"jobs/ci\",\"topic\":\"builds\",\"key\":\"B-1\","
                        + "\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void aNotice() {
        assertThat(line(new Notice("jobs/ci", "news", "Late", "by an hour", AT)))
                .isEqualTo("{\"kind\":\"notice\",\"source\":\"jobs/ci\",\"topic\":\"news\",\"title\":\"Late\","
                        + "\"message\":\"by an hour\",\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void aConnection() {
        assertThat(line(new ConnectionChanged(
                        "sse/orders", ConnectionState.WAITING, 2, Optional.of(AT.plusSeconds(3)), "It broke.", AT)))
                .isEqualTo("{\"kind\":\"connection\",\"source\":\"sse/orders\",\"state\":\"WAITING\",\"attempt\":2,"
                        + "\"nextAttempt\":\"2026-03-01T12:00:03.120Z\",\"reason\":\"It broke.\","
                        + "\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void aConnectionThatIsNotWaitingHasNoNextAttempt() {
        assertThat(line(new ConnectionChanged("sse/orders", ConnectionState.OPEN, 1, Optional.empty(), "", AT)))
                .contains("\"attempt\":1,\"nextAttempt\":null,\"reason\":\"\"");
    }

    @Test
    void aWatch() {
        assertThat(line(new WatchChanged("sse/orders", "orders", Set.of("ORD-1", "ORD-2"), AT)))
                .isEqualTo("{\"kind\":\"watch\",\"source\":\"sse/orders\",\"topic\":\"orders\",\"total\":2,"
                        + "\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void aSettledWatch() {
        assertThat(line(new WatchSettled("sse/orders", "orders", 3, 1, AT)))
                .isEqualTo("{\"kind\":\"settled\",\"source\":\"sse/orders\",\"topic\":\"orders\",\"total\":3,"
                        + "\"failed\":1,\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void aProblem() {
        assertThat(line(new Problem("sse/orders", "reading", "it broke", "Mend it.", AT)))
                .isEqualTo("{\"kind\":\"problem\",\"source\":\"sse/orders\",\"doing\":\"reading\","
                        + "\"cause\":\"it broke\",\"nextStep\":\"Mend it.\",\"at\":\"2026-03-01T12:00:00.120Z\"}");
    }

    @Test
    void whatIsNoNewsHasNoLine() {
        assertThat(line((ConsoleEvent) () -> AT)).isEmpty();
    }

    @Property
    void anyTextComesBackAsItWasWhateverItHolds(
            @ForAll @CharRange(from = 0, to = '\uffff') String message, @ForAll String name, @ForAll String value) {
        String line = line(new WorkUpdate(
                "a/b",
                "t",
                "k",
                "",
                "",
                message,
                false,
                false,
                OptionalDouble.empty(),
                name.isEmpty() ? Map.of() : Map.of(name, value),
                AT));
        // Through UTF-8, as a reader gets it: half a surrogate pair must survive that too.
        String read = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(Parsed.line(read)).containsEntry("message", message);
        assertThat(Parsed.line(read).get("details")).isEqualTo(name.isEmpty() ? Map.of() : Map.of(name, value));
        assertThat(read.chars().filter(c -> c < ' ' || (c >= 0x7f && c < 0xa0))).isEmpty();
    }

    private static String line(ConsoleEvent event) {
        StringBuilder line = new StringBuilder();
        new JsonLines().append(event, line);
        return line.toString();
    }
}
