package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.host.demo.DemoOptions;
import dev.signalbox.host.demo.DemoOrder;
import dev.signalbox.host.demo.DemoServer;
import dev.signalbox.host.demo.DemoStory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
            tail.awaitLine("OPEN");
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
            tail.awaitLine("OPEN");
            ship("ORD-1", "ORD-2", "ORD-3");
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines()).last().asString().endsWith("orders: all 3, 0 failed");
        }
    }

    @Test
    void whenEverythingIsSettledAndSomeFailedItEndsWithThree() throws Exception {
        try (Program tail = Program.start(home, "tail", url(), snapshot())) {
            tail.awaitLine("OPEN");
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
            tail.awaitLine("OPEN");
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
            readUntilOpen(tail).close();
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
            tail.awaitLine("OPEN");
            tail.interrupt();
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(130);
            assertThat(ended.lines()).last().asString().contains("connection", "CLOSED");
            assertThat(ended.err()).isEmpty();
            assertThat(server.awaitClients(0, SOON)).isTrue();
            assertThat(log()).content().contains("closed");
        }
    }

    @Test
    void sigtermClosesInOrderToo() throws Exception {
        try (Program tail = Program.start(home, "tail", url())) {
            tail.awaitLine("OPEN");
            tail.signal("TERM");

            assertThat(tail.end().code()).isEqualTo(143);
            assertThat(server.awaitClients(0, SOON)).isTrue();
        }
    }

    @Test
    void aReaderThatHasStoppedReadingDoesNotKeepASignalWaiting() throws Exception {
        try (Program tail = Program.startPiped(home, "tail", url())) {
            BufferedReader stopped = readUntilOpen(tail);
            String long64 = "x".repeat(64 * 1024);
            server.publish("ORD-1", "PROCESSING", "IN_PROGRESS", long64);
            server.publish("ORD-2", "PROCESSING", "IN_PROGRESS", long64);
            awaitFull(tail);
            tail.interrupt();

            assertThat(tail.end().code()).isEqualTo(130);
            assertThat(server.awaitClients(0, SOON)).isTrue();
            stopped.close();
        }
    }

    @Test
    void aLostStreamIsFollowedAgain() throws Exception {
        try (Program tail =
                Program.start(home, "tail", url(), "--console.reconnect-delay=10ms", "--max-events=2", "--json")) {
            tail.awaitLine("OPEN");
            ship("ORD-1");
            tail.awaitLine("ORD-1");
            server.dropConnections();
            tail.awaitLine("\"WAITING\"");
            ship("ORD-2");
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines()).last().asString().contains("ORD-2");
        }
    }

    @Test
    void whatIsToldFromOutsideIsOneHarmlessLine() throws Exception {
        try (Program tail = Program.start(home, "tail", url(), "--max-events=1")) {
            tail.awaitLine("OPEN");
            server.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "\u001b[2Jone\ntwo");
            Program.Ended ended = tail.end();

            assertThat(ended.lines()).last().asString().endsWith("\\u001b[2Jone\\ntwo");
        }
    }

    @Test
    void noSecretIsPrintedOrLogged() throws Exception {
        try (Program tail = Program.start(
                home, "tail", "--sse.url=" + server.url().resolve("/nowhere"), "--sse.token=hunter2", "--json")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.lines()).isNotEmpty().noneMatch(line -> line.contains("hunter2"));
            assertThat(ended.err()).doesNotContain("hunter2");
            assertThat(log()).content().contains("FAILED").doesNotContain("hunter2");
        }
    }

    @Test
    void anUnknownFlagIsHintedAndItsValueIsNotRepeated() throws Exception {
        try (Program tail = Program.start(home, "tail", "--sse.tokn=hunter2", url())) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("Did you mean sse.token?").doesNotContain("hunter2");
            assertThat(ended.lines()).isEmpty();
        }
    }

    @Test
    void settingsComeFromTheFileToo() throws Exception {
        Path file = home.resolve("mine.properties");
        Files.writeString(file, "sse.url=" + server.streamUrl() + "\nconsole.connect-at-start=false\n");
        try (Program tail = Program.start(home, "tail", "--settings=" + file, "--max-events=1")) {
            tail.awaitLine("OPEN");
            ship("ORD-1");

            assertThat(tail.end().code()).isZero();
        }
    }

    @Test
    void severalAtOnceShareTheLog() throws Exception {
        try (Program one = Program.start(home, "tail", url(), "--max-events=1");
                Program two = Program.start(home, "tail", url(), "--max-events=1")) {
            one.awaitLine("OPEN");
            two.awaitLine("OPEN");
            ship("ORD-1");

            assertThat(one.end().code()).isZero();
            assertThat(two.end().code()).isZero();
            assertThat(one.err() + two.err()).isEmpty();
            assertThat(log()).content().containsSubsequence("closed", "closed");
        }
    }

    @Test
    void theDemoIsFollowedToItsEnd() throws Exception {
        try (Program tail = Program.start(home, "tail", "--demo", "--console.demo-speed=100")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).as("some of its orders fail").isEqualTo(3);
            assertThat(ended.lines()).last().asString().contains("CLOSED");
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void theHelpSaysHowItEnds() throws Exception {
        try (Program tail = Program.start(home, "tail", "--help")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines().toString())
                    .contains("--source", "--max-events", "--until-settled", "--json", "--sse.url", "Exit codes: 0");
        }
    }

    /** Until the thread that writes stands still in its write, as a thread dump of the process shows it. */
    private static void awaitFull(Program tail) {
        await().atMost(SOON).untilAsserted(() -> {
            Process dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(tail.process().pid()),
                            "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            String threads = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(threads.substring(threads.indexOf("\"signalbox-background\"")))
                    .contains("FileOutputStream.writeBytes");
        });
    }

    private Path log() {
        return home.resolve("state/signalbox/logs/signalbox.log");
    }

    private String url() {
        return "--sse.url=" + server.streamUrl();
    }

    private String snapshot() {
        return "--sse.snapshot=" + server.snapshotUrl();
    }

    /** By then the server has noted where this client begins, so that nothing published later escapes it. */
    private static BufferedReader readUntilOpen(Program tail) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(tail.process().getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        while (line != null && !line.contains("OPEN")) {
            line = reader.readLine();
        }
        assertThat(line).contains("connection");
        return reader;
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
