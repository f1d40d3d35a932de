package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.demo.DemoOptions;
import dev.signalbox.host.demo.DemoOrder;
import dev.signalbox.host.demo.DemoServer;
import dev.signalbox.host.demo.DemoStory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code signalbox tail} as its users start it: a process of its own, a real server, real pipes and signals. */
@Timeout(120)
class TailIT {
    /** Short, so that the server notices soon that a client has left. */
    private static final Duration HEARTBEAT = Duration.ofMillis(100);

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final DemoServer server = new DemoServer(
            DemoStory.of(List.of(moving("ORD-1"), moving("ORD-2"), moving("ORD-3")), List.of()),
            DemoOptions.USUAL.withHeartbeat(HEARTBEAT));

    @BeforeEach
    void serve() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void exactlyAsManyEventsAsAskedForArePrintedAndThenItEnds() throws Exception {
        try (Program tail = Program.start(home, "tail", url(), "--max-events=4")) {
            connected();
            IntStream.range(0, 50).forEach(n -> server.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "step " + n));
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines()).filteredOn(line -> line.contains("ORD-1")).hasSize(4);
            assertThat(ended.lines()).last().asString().endsWith("step 3");
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void whenEverythingIsSettledItEndsWithZero() throws Exception {
        try (Program tail = Program.start(home, "tail", url(), snapshot(), "--until-settled")) {
            connected();
            ship("ORD-1", "ORD-2", "ORD-3");
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines()).last().asString().endsWith("orders: all 3, 0 failed");
        }
    }

    @Test
    void whenEverythingIsSettledAndSomeFailedItEndsWithThree() throws Exception {
        try (Program tail = Program.start(home, "tail", url(), snapshot())) {
            connected();
            ship("ORD-1", "ORD-2");
            server.publish("ORD-3", "CANCELLED", "FAILED", "refused");
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.lines()).last().asString().contains("CLOSED", "All 3 are settled.");
        }
    }

    @Test
    void aSourceThatFailsForGoodEndsItWithOneAndSaysWhatToDo() throws Exception {
        try (Program tail =
                Program.start(home, "tail", "--sse.url=" + server.url().resolve("/nowhere"))) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.lines()).last().asString().contains("connection", "FAILED");
            assertThat(ended.err())
                    .startsWith("signalbox: sse/")
                    .contains("failed for good")
                    .hasLineCount(1);
        }
    }

    @Test
    void withNothingToFollowItIsAMistakeOfTheCaller() throws Exception {
        try (Program tail = Program.start(home, "tail")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.lines()).isEmpty();
            assertThat(ended.err()).contains("--sse.url=").hasLineCount(1);
        }
    }

    @Test
    void noClassOfAwtOrSwingIsLoaded() throws Exception {
        Path classes = home.resolve("classes.txt");
        try (Program tail = Program.start(
                home, List.of("-Xlog:class+load:file=" + classes), "tail", url(), snapshot(), "--max-events=1")) {
            connected();
            ship("ORD-1");

            assertThat(tail.end().code()).isZero();
            assertThat(classes)
                    .content()
                    .contains("dev.signalbox.host.tail.Tail ")
                    .doesNotContain(" java.awt.", " javax.swing.", " sun.awt.");
        }
    }

    @Test
    void aReaderThatGoesAwayEndsItQuietly() throws Exception {
        try (Program tail = Program.startPiped(home, "tail", url())) {
            connected();
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(tail.process().getInputStream(), StandardCharsets.UTF_8));
            assertThat(reader.readLine()).contains("connection");
            reader.close();
            ship("ORD-1");
            ship("ORD-2");
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(server.awaitClients(0, SOON)).isTrue();
        }
    }

    @Test
    void ctrlCClosesInOrder() throws Exception {
        try (Program tail = Program.start(home, "tail", url())) {
            connected();
            tail.awaitLine("OPEN");
            tail.interrupt();
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(130);
            assertThat(ended.lines()).last().asString().contains("connection", "CLOSED");
            assertThat(ended.err()).isEmpty();
            assertThat(server.awaitClients(0, SOON)).isTrue();
            assertThat(home.resolve("state/signalbox/logs/signalbox.log"))
                    .content()
                    .contains("closed");
        }
    }

    private String url() {
        return "--sse.url=" + server.streamUrl();
    }

    private String snapshot() {
        return "--sse.snapshot=" + server.snapshotUrl();
    }

    private void connected() throws InterruptedException {
        assertThat(server.awaitClients(1, SOON)).isTrue();
    }

    private void ship(String... orders) {
        for (String order : orders) {
            server.publish(order, "SHIPPED", "COMPLETED", "on its way");
        }
    }

    private static DemoOrder moving(String id) {
        return new DemoOrder(id, "PROCESSING", "IN_PROGRESS", "picked");
    }
}
