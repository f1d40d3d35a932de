package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.sse.stream.FakeServer;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.StreamUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a session goes on: ids, the first id, the first delay, and the snapshot read again. */
@Timeout(30)
class ResumeTest {
    private FakeServer server;
    private TextSettings settings;
    private HttpConnector connector;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeServer.start();
        settings = TextSettings.of("url", server.uri("/s").toString());
        SseSettings read = SseSettings.read(settings);
        connector = read.connector(read.timeouts());
    }

    @AfterEach
    void leavesNoThread() throws Exception {
        connector.close();
        server.close();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("sse-") || name.equals("test-session")));
    }

    // ids

    @Test
    void anIdIsKeptOnlyAfterItsEventsWereHandedOver() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        server.streams("/s")
                .thenSend("id: 1\n" + update("a", "X"))
                .thenAwait(first)
                .thenSend("id: 2\n" + update("b", "Y"));
        RecordingSink sink = RecordingSink.firstSession();
        sink.run(source()).awaitLine("checkpoint 1");
        sink.refuse(new IllegalStateException("the console fell over"));
        first.countDown();
        assertThat(sink.failure(IllegalStateException.class)).hasMessage("the console fell over");
        assertThat(sink.lines()).containsExactly("opened", "emit a=X", "checkpoint 1");
    }

    @Test
    void theIdOfHeldEventsIsKeptOnlyAfterTheyWereHandedOver() throws Exception {
        settings.change("snapshot", server.uri("/o").toString());
        CountDownLatch snapshot = new CountDownLatch(1);
        server.streams("/s").thenSend("id: 1\n" + update("a", "X") + ": held\n");
        server.streams("/o", "").thenAwait(snapshot).thenSend("[]").thenEnd();
        RecordingSink sink = RecordingSink.firstSession();
        sink.run(source()).awaitLine("heartbeat");
        sink.refuse(new IllegalStateException("the console fell over"));
        snapshot.countDown();
        sink.failure(IllegalStateException.class);
        assertThat(sink.lines()).noneMatch(line -> line.startsWith("checkpoint"));
    }

    @Test
    void theConfiguredIdIsSentByTheFirstConnectionAndKeptAsTheLastOne() throws Exception {
        settings.change("last-event-id", "1795328907:[1],0");
        server.streams("/s").thenEnd();
        RecordingSink sink = RecordingSink.firstSession();
        sink.run(source()).end();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("1795328907:[1],0");
        assertThat(sink.lines())
                .containsExactly(
                        "opened",
                        "checkpoint 1795328907:[1],0",
                        "notice connection: Connection: Resumed after id 1795328907:[1],0");
    }

    @Test
    void theConfiguredIdIsSentAgainUntilAServerHasTakenIt() throws Exception {
        settings.change("last-event-id", "7");
        server.answers("/s", "503 Service Unavailable", "", "");
        server.streams("/s").thenEnd();
        OrderUpdateSource source = source();
        RecordingSink.firstSession().run(source).failure(StreamUnavailable.class);
        RecordingSink.firstSession().run(source).end();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("7");
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("7");
    }

    @Test
    void aRefusalOfAResumedStreamSaysHowToBeginWithoutTheId() throws Exception {
        settings.change("last-event-id", "7");
        server.answers("/s", "400 Bad Request", "", "no such id");
        server.answers("/s", "400 Bad Request", "", "no such id");
        assertThat(RecordingSink.firstSession()
                        .run(source())
                        .failure(FatalSourceException.class)
                        .nextStep())
                .endsWith("We asked to go on after id 7; to begin without it, empty the setting sse.last-event-id.");
        assertThat(RecordingSink.laterSessionAfter("8")
                        .run(source())
                        .failure(FatalSourceException.class)
                        .nextStep())
                .endsWith("We asked to go on after id 8; to begin without it, close the stream and connect again.");
    }

    @Test
    void theIdTheServerSentCountsMoreThanTheConfiguredOne() throws Exception {
        settings.change("last-event-id", "7");
        server.streams("/s").thenEnd();
        RecordingSink.laterSessionAfter("9").run(source()).end();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("9");
    }

    @Test
    void anIdTheServerClearedStaysClearedAlsoWhenItWasTheConfiguredOne() throws Exception {
        settings.change("last-event-id", "7");
        server.streams("/s").thenSend("id\n\n").thenEnd();
        server.streams("/s").thenEnd();
        OrderUpdateSource source = source();
        RecordingSink first = RecordingSink.firstSession();
        first.run(source).end();
        assertThat(first.lines()).contains("checkpoint 7", "checkpoint ");
        RecordingSink.firstSession().run(source).end();
        server.nextRequest();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("(absent)");
    }

    @Test
    void aWatchBegunAnewBeginsAfterTheConfiguredIdAgain() throws Exception {
        settings.change("last-event-id", "7");
        server.streams("/s").thenSend("id: 8\n" + update("a", "X"));
        server.streams("/s").thenEnd();
        OrderUpdateSource source = source();
        RecordingSink all = RecordingSink.firstSession();
        all.run(source).awaitLine("checkpoint 8");
        all.cancel();
        RecordingSink.firstSession().run(source).end();
        server.nextRequest();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("7");
    }

    // the first delay

    @Test
    void theConfiguredDelayIsTheBaseUntilTheServerSaysOtherwise() throws Exception {
        settings.change("retry", "250ms");
        server.streams("/s").thenEnd();
        server.streams("/s").thenSend("retry: 900\n\n").thenEnd();
        server.streams("/s").thenEnd();
        OrderUpdateSource source = source();
        RecordingSink first = RecordingSink.firstSession();
        first.run(source).end();
        assertThat(first.lines()).containsExactly("reconnect delay PT0.25S", "opened");
        RecordingSink second = RecordingSink.laterSessionAfter("1");
        second.run(source).end();
        assertThat(second.lines()).contains("reconnect delay PT0.25S", "reconnect delay PT0.9S");
        RecordingSink third = RecordingSink.laterSessionAfter("1");
        third.run(source).end();
        assertThat(third.lines()).noneMatch(line -> line.startsWith("reconnect delay"));
    }

    // the form of the request

    @Test
    void methodAndBodyAreForTheStreamAndTheSnapshotIsFetchedWithGet() throws Exception {
        settings.change(
                "method",
                "report",
                "body",
                "{\"q\":1}",
                "snapshot",
                server.uri("/o").toString());
        server.streams("/s").thenEnd();
        server.answers("/o", "200 OK", "", "[]");
        RecordingSink.firstSession().run(source()).end();
        FakeServer.Request stream = server.nextRequest();
        assertThat(stream.line()).isEqualTo("report /s HTTP/1.1");
        assertThat(stream.body()).isEqualTo("{\"q\":1}");
        assertThat(server.nextRequest().line()).isEqualTo("GET /o HTTP/1.1");
    }

    // the snapshot read again

    @Test
    void everyReconnectReadsTheSnapshotAgainAndSaysHowManyOrdersChanged() throws Exception {
        OrderUpdateSource source = followed(
                "[{\"orderId\":\"a\",\"state\":\"P\"},{\"orderId\":\"b\"},{\"orderId\":\"c\"}]",
                "id: 1\n" + update("b", "Q"));
        // a moved, b stands as the stream said, c as the snapshot said, d is new
        RecordingSink again = resynchronised(
                source,
                "[{\"orderId\":\"a\",\"state\":\"R\"},{\"orderId\":\"b\",\"state\":\"Q\"},{\"orderId\":\"c\"},{\"orderId\":\"d\"}]");
        assertThat(again.lines())
                .contains(
                        "watch orders [a, b, c, d] CLOSE",
                        "notice connection: Connection: Re-synchronised, 2 orders changed",
                        "emit a=R b=Q c= d=");
        server.nextRequest();
        server.nextRequest();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("1");
        assertThat(server.nextRequest().path()).isEqualTo("/o");
    }

    @Test
    void oneOrderChangedIsSaidAsOneAndNoneAsNone() throws Exception {
        OrderUpdateSource source = followed("[{\"orderId\":\"a\"}]", update("a", "X"));
        assertThat(resynchronised(source, "[{\"orderId\":\"a\",\"message\":\"m\"}]")
                        .lines())
                .contains("notice connection: Connection: Re-synchronised, 1 order changed");
        assertThat(resynchronised(source, "[{\"orderId\":\"a\",\"message\":\"m\"}]")
                        .lines())
                .contains("notice connection: Connection: Re-synchronised, 0 orders changed");
    }

    @Test
    void anOrderThatSettledAndIsNoLongerInTheSnapshotStays() throws Exception {
        OrderUpdateSource source = followed(
                "[{\"orderId\":\"a\"},{\"orderId\":\"b\"}]",
                "data: {\"orderUpdates\":{\"a\":{\"state\":\"SHIPPED\",\"status\":\"COMPLETED\"}}}\n\n");
        RecordingSink again = resynchronised(source, "[{\"orderId\":\"b\"}]");
        assertThat(again.lines()).contains("watch orders [a, b] CLOSE").noneMatch(line -> line.startsWith("problem"));
    }

    @Test
    void anOrderThatHadNotSettledAndIsNoLongerInTheSnapshotGoesAndIsNamed() throws Exception {
        OrderUpdateSource source = followed("[{\"orderId\":\"a\"},{\"orderId\":\"b\"}]", update("a", "X"));
        server.streams("/s");
        server.answers("/o", "200 OK", "", "[{\"orderId\":\"b\"}]");
        RecordingSink again = RecordingSink.laterSessionAfter("1");
        again.run(source).awaitLine("watch orders [b] CLOSE").cancel();
        assertThat(again.lines())
                .containsSubsequence(
                        "watch orders [a, b] CLOSE",
                        "emit b=",
                        "problem reading the snapshot again: a had not settled and is no longer in it."
                                + " Followed no more; ask whoever runs the server how it ended.",
                        "watch orders [b] CLOSE");
    }

    @Test
    void anOrderTheStreamStillSpeaksOfHasNotVanished() throws Exception {
        OrderUpdateSource source = followed("[{\"orderId\":\"a\"},{\"orderId\":\"b\"}]", update("a", "X"));
        CountDownLatch snapshot = new CountDownLatch(1);
        server.streams("/s").thenSend(update("a", "Y") + ": held\n");
        server.streams("/o", "")
                .thenAwait(snapshot)
                .thenSend("[{\"orderId\":\"b\"}]")
                .thenEnd();
        RecordingSink again = RecordingSink.laterSession();
        again.run(source).awaitLine("heartbeat");
        snapshot.countDown();
        again.awaitLine("emit b= a=Y").cancel();
        assertThat(again.lines()).contains("watch orders [a, b] CLOSE").noneMatch(line -> line.startsWith("problem"));
    }

    @Test
    void idsGivenAreFollowedWhateverTheSnapshotNames() throws Exception {
        settings.change("orders", "a,b");
        OrderUpdateSource source = followed("[{\"orderId\":\"a\"},{\"orderId\":\"b\"}]", update("a", "X"));
        RecordingSink again = resynchronised(source, "[{\"orderId\":\"b\",\"state\":\"Z\"}]");
        assertThat(again.lines())
                .contains(
                        "watch orders [a, b] CLOSE", "notice connection: Connection: Re-synchronised, 1 order changed")
                .noneMatch(line -> line.startsWith("problem"));
    }

    @Test
    void aFreshConsoleIsNotToldThatAnythingChanged() throws Exception {
        OrderUpdateSource source = followed("[{\"orderId\":\"a\"}]", update("a", "X"));
        server.streams("/s");
        server.answers("/o", "200 OK", "", "[{\"orderId\":\"b\"}]");
        RecordingSink fresh = RecordingSink.firstSession();
        fresh.run(source).awaitLine("emit b=").cancel();
        assertThat(fresh.lines()).containsExactly("opened", "watch orders [b] CLOSE", "emit b=");
    }

    @Test
    void whatWasNotHandedOverCountsAsChangedTheNextTime() throws Exception {
        OrderUpdateSource source = followed("[{\"orderId\":\"a\"}]", update("a", "X"));
        server.streams("/s");
        server.answers("/o", "200 OK", "", "[{\"orderId\":\"a\",\"state\":\"Y\"}]");
        RecordingSink failing = RecordingSink.laterSession();
        failing.refuse(new IllegalStateException("the console fell over"));
        failing.run(source).failure(IllegalStateException.class);
        assertThat(resynchronised(source, "[{\"orderId\":\"a\",\"state\":\"Y\"}]")
                        .lines())
                .contains("notice connection: Connection: Re-synchronised, 1 order changed");
    }

    @Test
    void aSnapshotOverItsSizeIsRefusedWithTheLimit() throws Exception {
        settings.change("snapshot", server.uri("/o").toString(), "max-snapshot-size", "1");
        server.streams("/s");
        server.answers("/o", "200 OK", "", "[" + " ".repeat(1024 * 1024) + "]");
        assertThat(RecordingSink.firstSession().run(source()).failure(FatalSourceException.class))
                .hasMessage(server.uri("/o") + " is larger than 1 MiB.");
    }

    @Test
    void aSnapshotThatFallsSilentIsGivenUpAfterItsOwnTimeout() throws Exception {
        settings.change("snapshot", server.uri("/o").toString(), "snapshot-timeout", "200ms");
        server.streams("/s");
        server.streams("/o", "").thenSend("[");
        assertThat(RecordingSink.firstSession().run(source()).failure(IOException.class))
                .hasMessage("Reading " + server.uri("/o") + ": Nothing arrived for 200 ms.");
    }

    /** A source whose first session has shown a snapshot and what the stream said after it. */
    private OrderUpdateSource followed(String snapshot, String stream) throws Exception {
        settings.change("snapshot", server.uri("/o").toString());
        OrderUpdateSource source = source();
        CountDownLatch shown = new CountDownLatch(1);
        server.streams("/s").thenAwait(shown).thenSend(stream + ": said\n");
        server.answers("/o", "200 OK", "", snapshot);
        RecordingSink first = RecordingSink.firstSession();
        first.run(source);
        await().until(() -> first.lines().stream().anyMatch(line -> line.startsWith("emit ")));
        assertThat(first.lines()).noneMatch(line -> line.startsWith("notice"));
        shown.countDown();
        first.awaitLine("heartbeat").cancel();
        return source;
    }

    private RecordingSink resynchronised(OrderUpdateSource source, String snapshot) throws Exception {
        server.streams("/s");
        server.answers("/o", "200 OK", "", snapshot);
        RecordingSink again = RecordingSink.laterSessionAfter("1");
        again.run(source);
        await().until(() ->
                again.lines().stream().anyMatch(line -> line.startsWith("notice connection: Connection: Re-syn")));
        await().until(() -> again.lines().stream().anyMatch(line -> line.startsWith("emit ")));
        again.cancel();
        return again;
    }

    private OrderUpdateSource source() {
        SseSettings read = SseSettings.read(settings);
        return new OrderUpdateSource(read.url().orElseThrow(), read, connector, Instant::now);
    }

    private static String update(String id, String state) {
        return "data: {\"orderUpdates\":{\"" + id + "\":{\"state\":\"" + state + "\"}}}\n\n";
    }
}
