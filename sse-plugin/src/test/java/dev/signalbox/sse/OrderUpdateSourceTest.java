package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.sse.stream.FakeServer;
import dev.signalbox.sse.stream.FakeServer.Request;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.Script;
import dev.signalbox.sse.stream.StreamLost;
import dev.signalbox.sse.stream.StreamUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OrderUpdateSourceTest {
    private static final String SKIPPED = " It was skipped; the next one is read.";

    private final AtomicReference<Instant> now = new AtomicReference<>(LocalDateTime.of(2026, 1, 2, 12, 4, 10)
            .atZone(ZoneId.systemDefault())
            .toInstant());
    private final RecordingSink sink = RecordingSink.firstSession();
    private FakeServer server;
    private TextSettings settings;
    private HttpConnector connector;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeServer.start();
        settings = TextSettings.of("url", server.uri("/s").toString());
        connector = connectorAsSet();
    }

    @AfterEach
    void leavesNoThread() throws Exception {
        sink.cancel();
        connector.close();
        server.close();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("sse-") || name.equals("test-session")));
    }

    // reading

    @Test
    void opensEmitsAndKeepsTheId() throws Exception {
        server.streams("/s").thenSend("id: 1\n" + update("a", "PROCESSING")).thenEnd();
        SessionEnd end = sink.run(source()).end();
        assertThat(end).isEqualTo(SessionEnd.ended("The server closed the connection."));
        assertThat(sink.lines()).containsExactly("opened", "emit a=PROCESSING", "checkpoint 1");
    }

    @Test
    void whateverOneReadBringsIsOneBatchAndOneCheckpoint() throws Exception {
        server.streams("/s")
                .thenSend("id: 1\n" + update("a", "X") + "id: 2\n" + update("b", "Y") + "id: 3\n\n")
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).containsExactly("opened", "emit a=X b=Y", "checkpoint 3");
    }

    @Test
    void theIdOfAnUnfinishedEventIsNotKept() throws Exception {
        server.streams("/s")
                .thenSend("id: 1\n" + update("a", "X") + "id: 2\ndata: {")
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).contains("checkpoint 1").doesNotContain("checkpoint 2");
    }

    @Test
    void anEmptyIdForgetsTheOneKept() throws Exception {
        server.streams("/s").thenSend("id\n\n").thenEnd();
        RecordingSink resumed = RecordingSink.laterSessionAfter("9");
        resumed.run(source()).end();
        assertThat(resumed.lines()).contains("checkpoint ");
    }

    @Test
    void anEventOfAnyTypeIsReadWhenItHoldsOrderUpdates() throws Exception {
        server.streams("/s").thenSend("event: order\n" + update("a", "X")).thenEnd();
        sink.run(source()).end();
        assertThat(sink.orders()).containsExactly("a=X");
    }

    @Test
    void aMessageWithoutOrderUpdatesIsAProblemAndTheNextIsRead() throws Exception {
        server.streams("/s")
                .thenSend("id: 5\ndata: {\"hello\":1}\n\n" + update("a", "X"))
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines())
                .contains("problem reading an order update: The event with id 5 cannot be read:"
                        + " it holds no orderUpdates. It begins: {\"hello\":1}" + SKIPPED);
        assertThat(sink.orders()).containsExactly("a=X");
    }

    @Test
    void otherTypesWithoutOrderUpdatesOnlyProveLife() throws Exception {
        server.streams("/s").thenSend("event: ping\ndata: 17:04\n\n").thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).containsExactly("opened", "heartbeat");
    }

    @Test
    void aBrokenUpdateOfAnotherTypeIsAProblem() throws Exception {
        server.streams("/s")
                .thenSend("event: order\ndata: {\"orderUpdates\":\n\n")
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).anyMatch(line -> line.startsWith("problem "));
    }

    @Test
    void malformedJsonIsShownWithItsFirstTwoHundredCharacters() throws Exception {
        server.streams("/s")
                .thenSend("data: " + "x".repeat(1_000) + "\n\n" + update("a", "X"))
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines())
                .anyMatch(line -> line.startsWith("problem reading an order update: The event cannot be read:")
                        && line.endsWith("It begins: " + "x".repeat(200) + "…" + SKIPPED));
        assertThat(sink.orders()).containsExactly("a=X");
    }

    @Test
    void whatCannotBeReadIsShownOnOneHarmlessLineWithItsId() throws Exception {
        server.streams("/s")
                .thenSend("id: 7\u001B\ndata: {\"a\":\ndata: \u0007\u202E}\n\n" + update("a", "X"))
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines())
                .anyMatch(line ->
                        line.startsWith("problem reading an order update: The event with id 7\\u001B cannot be read:")
                                && line.endsWith("It begins: {\"a\":\\n\\u0007\\u202E}" + SKIPPED));
        assertThat(sink.orders()).containsExactly("a=X");
    }

    @Test
    void everyEventOfAFloodThatCannotBeReadIsCountedUnderTheSameDoing() throws Exception {
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            flood.append("id: ").append(i).append("\ndata: {\"x\":").append(i).append("}\n\n");
        }
        server.streams("/s").thenSend(flood + update("a", "X")).thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines().stream().filter(line -> line.startsWith("problem reading an order update: ")))
                .hasSize(500);
        assertThat(sink.orders()).containsExactly("a=X");
    }

    @Test
    void unknownFieldsLoseNothing() throws Exception {
        server.streams("/s")
                .thenSend(
                        "data: {\"v\":2,\"orderUpdates\":{\"a\":{\"state\":\"X\",\"carrier\":{\"n\":[1]}}},\"z\":null}\n\n")
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).containsExactly("opened", "emit a=X");
    }

    @Test
    void anEventBeyondALimitOfItsJsonIsSkippedAndSaid() throws Exception {
        settings.change("max-orders", "2", "max-json-depth", "4", "max-text-length", "100");
        server.streams("/s")
                .thenSend("data: {\"orderUpdates\":{\"a\":{},\"b\":{},\"c\":{}}}\n\n"
                        + "data: {\"orderUpdates\":{\"a\":{\"x\":[[1]]}}}\n\n" + update("a", "X".repeat(101))
                        + update("a", "X"))
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.orders()).containsExactly("a=X");
        assertThat(sink.lines())
                .anyMatch(line -> line.contains("it holds more than 2 orders"))
                .anyMatch(line -> line.contains("it is nested deeper than 4 levels"))
                .anyMatch(line -> line.contains("a text in it has more than 100 characters"));
    }

    @Test
    void anEventOverTheSizeLimitIsSkippedAndSaid() throws Exception {
        settings.change("max-event-size", "1");
        server.streams("/s")
                .thenSend("id: 1\ndata: " + "x".repeat(2_000) + "\n\n" + update("a", "X"))
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines())
                .contains("problem reading an order update: The event with id 1 was larger than 1 KiB." + SKIPPED);
        assertThat(sink.orders()).containsExactly("a=X");
    }

    @Test
    void commentsAndEmptyLinesAreHeartbeats() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        server.streams("/s")
                .thenSend(": ping\n")
                .thenAwait(more)
                .thenSend("\r\n")
                .thenEnd();
        sink.run(source()).awaitLine("heartbeat");
        more.countDown();
        sink.end();
        assertThat(sink.lines()).containsExactly("opened", "heartbeat", "heartbeat");
    }

    @Test
    void theBlankLinesBetweenEventsAreNoHeartbeats() throws Exception {
        server.streams("/s")
                .thenSend("retry: 3000\n\n")
                .thenSend(update("a", "X") + "\n\n")
                .thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).doesNotContain("heartbeat");
    }

    @Test
    void retryIsPassedOnAsTheReconnectDelay() throws Exception {
        server.streams("/s").thenSend("retry: 2500\n\n").thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).contains("reconnect delay PT2.5S");
    }

    // resuming and headers

    @Test
    void resumesAfterTheIdKeptAndSaysSo() throws Exception {
        server.streams("/s").thenEnd();
        RecordingSink resumed = RecordingSink.laterSessionAfter("ü7");
        resumed.run(source()).end();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("ü7");
        assertThat(resumed.lines()).containsExactly("opened", "notice connection: Connection: Resumed after id ü7");
    }

    @Test
    void withoutAnIdItSaysBetweenWhichTimesUpdatesMayBeMissing() throws Exception {
        server.streams("/s").thenEnd();
        server.streams("/s").thenEnd();
        OrderUpdateSource source = source();
        sink.run(source).end();
        now.updateAndGet(time -> time.plusSeconds(3));
        RecordingSink later = RecordingSink.laterSession();
        later.run(source).end();
        assertThat(later.lines())
                .containsExactly(
                        "opened",
                        "notice connection: Connection: Updates between 12:04:10 and 12:04:13 may be missing");
    }

    @Test
    void triesInBetweenDoNotShortenTheTimeMissed() throws Exception {
        server.streams("/s").thenEnd();
        server.answers("/s", "503 Service Unavailable", "", "");
        server.streams("/s").thenEnd();
        OrderUpdateSource source = source();
        sink.run(source).end();
        now.updateAndGet(time -> time.plusSeconds(1));
        RecordingSink.laterSession().run(source).failure(StreamUnavailable.class);
        now.updateAndGet(time -> time.plusSeconds(1));
        RecordingSink later = RecordingSink.laterSession();
        later.run(source).end();
        assertThat(later.lines())
                .contains("notice connection: Connection: Updates between 12:04:10 and 12:04:12 may be missing");
    }

    @Test
    void aFreshConsoleHasMissedNothing() throws Exception {
        server.streams("/s").thenEnd();
        server.streams("/s").thenEnd();
        OrderUpdateSource source = source();
        sink.run(source).end();
        RecordingSink again = RecordingSink.firstSession();
        again.run(source).end();
        assertThat(again.lines()).containsExactly("opened");
    }

    @Test
    void sendsTheHeadersAndTheTokenToStreamAndSnapshot() throws Exception {
        settings.change(
                "header",
                "X-Key: a:b\n X-Two :2",
                "token",
                "t0k",
                "snapshot",
                server.uri("/o").toString());
        server.answers("/o", "200 OK", "", "[]");
        server.streams("/s").thenEnd();
        sink.run(source()).end();
        for (int i = 0; i < 2; i++) {
            Request request = server.nextRequest();
            assertThat(request.header("X-Key")).isEqualTo("a:b");
            assertThat(request.header("X-Two")).isEqualTo("2");
            assertThat(request.header("Authorization")).isEqualTo("Bearer t0k");
        }
    }

    @Test
    void aUserInTheAddressIsSentAsBasicCredentials() throws Exception {
        settings.change("url", server.uri("/s").toString().replace("//", "//user:p%40ss@"));
        server.streams("/s").thenEnd();
        sink.run(source()).end();
        assertThat(server.nextRequest().header("Authorization")).isEqualTo("Basic dXNlcjpwQHNz");
    }

    @Test
    void aLineThatIsNoHeaderIsNamedWithoutItsValue() throws Exception {
        settings.change("header", "X-Key: 1\nhush-hush");
        FatalSourceException fatal = sink.run(source()).failure(FatalSourceException.class);
        assertThat(fatal).hasMessage("Line 2 of the setting sse.header has no colon between name and value.");
        assertThat(server.wasNotAskedAgain()).isTrue();
    }

    @Test
    void theResumeScopeIsTheAddressWithoutCredentials() {
        settings.change("url", "https://u:p@example.com:8443/s?topic=eu&access_token=123&x=1");
        assertThat(source().resumeScope()).isEqualTo("https://example.com:8443/s?topic=eu&x=1");
    }

    // ends

    @Test
    void noContentIsTheEndForGood() throws Exception {
        server.answers("/s", "HTTP/1.1 204 No Content\r\n\r\n");
        assertThat(sink.run(source()).end().again()).isFalse();
        assertThat(sink.lines()).isEmpty();
    }

    @Test
    void aRefusalIsFatalWithWhatTheServerSaid() throws Exception {
        server.answers("/s", "401 Unauthorized", "", "token expired");
        FatalSourceException fatal = sink.run(source()).failure(FatalSourceException.class);
        assertThat(fatal).hasMessage(server.uri("/s") + " answered 401 Unauthorized: token expired");
        assertThat(fatal.nextStep()).contains("token");
        assertThat(sink.lines()).isEmpty();
    }

    @Test
    void anUnavailableServerIsAskedAgainNotBeforeItSays() throws Exception {
        server.answers("/s", "503 Service Unavailable", "Retry-After: 7\r\n", "");
        sink.run(source()).failure(StreamUnavailable.class);
        assertThat(sink.lines()).containsExactly("retry after PT7S");
    }

    @Test
    void aStreamThatBreaksOffIsLostAfterItsLastWholeEvent() throws Exception {
        server.streams("/s").thenSend("id: 1\n" + update("a", "X")).thenBreak();
        assertThat(sink.run(source()).failure(StreamLost.class))
                .hasMessage("The server closed the connection in the middle of the stream.");
        assertThat(sink.lines()).containsExactly("opened", "emit a=X", "checkpoint 1");
    }

    @Test
    void silenceBeyondTheIdleTimeoutEndsTheSession() throws Exception {
        settings.change("idle-timeout", "200ms");
        server.streams("/s").thenSend(update("a", "X"));
        assertThat(sink.run(source()).failure(StreamLost.class)).hasMessage("Nothing arrived for 200 ms.");
    }

    // watch and snapshot

    @Test
    void idsGivenMakeTheWatchAtOnce() throws Exception {
        settings.change("orders", "b,a");
        server.streams("/s").thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).containsExactly("opened", "watch orders [a, b] CLOSE");
    }

    @Test
    void theStreamStaysOpenAfterAllAreSettledWhenSetSo() throws Exception {
        settings.change("orders", "a", "close-when-settled", "false");
        server.streams("/s").thenEnd();
        sink.run(source()).end();
        assertThat(sink.lines()).contains("watch orders [a] STAY_OPEN");
    }

    @Test
    void theSnapshotIsAskedForAfterTheStreamAndAppliedThoughTheStreamIsQuiet() throws Exception {
        withSnapshot();
        server.streams("/s");
        server.answers("/o", "200 OK", "", "[{\"orderId\":\"a\",\"state\":\"P\"},{\"orderId\":\"b\"}]");
        sink.run(source()).awaitLine("emit a=P b=");
        assertThat(server.nextRequest().path()).isEqualTo("/s");
        assertThat(server.nextRequest().path()).isEqualTo("/o");
        assertThat(sink.lines()).containsExactly("opened", "watch orders [a, b] CLOSE", "emit a=P b=");
        sink.cancel();
    }

    @Test
    void eventsThatComeBeforeTheSnapshotAreHeldAndFollowIt() throws Exception {
        withSnapshot();
        CountDownLatch held = new CountDownLatch(1);
        server.streams("/s")
                .thenSend("id: 1\n" + update("a", "OLD") + "id: 2\n" + update("a", "NEW") + ": held\n")
                .thenAwait(held)
                .thenSend("id: 3\n" + update("b", "LATER"))
                .thenEnd();
        CountDownLatch snapshot = new CountDownLatch(1);
        server.streams("/o", "")
                .thenAwait(snapshot)
                .thenSend("[{\"orderId\":\"a\",\"state\":\"S\"},{\"orderId\":\"b\"}]")
                .thenEnd();
        sink.run(source()).awaitLine("heartbeat");
        assertThat(sink.lines()).containsExactly("opened", "heartbeat");
        snapshot.countDown();
        sink.awaitLine("checkpoint 2");
        held.countDown();
        sink.end();
        assertThat(sink.lines())
                .containsExactly(
                        "opened",
                        "heartbeat",
                        "watch orders [a, b] CLOSE",
                        "emit a=NEW b=",
                        "checkpoint 2",
                        "emit b=LATER",
                        "checkpoint 3");
    }

    @Test
    void settledAndFailedEventsAreNotReplacedByHeldOnes() throws Exception {
        withSnapshot();
        CountDownLatch snapshot = new CountDownLatch(1);
        server.streams("/s")
                .thenSend("data: {\"orderUpdates\":{\"a\":{\"status\":\"FAILED\",\"state\":\"F\"}}}\n\n"
                        + update("a", "AGAIN") + ": held\n");
        server.streams("/o", "")
                .thenAwait(snapshot)
                .thenSend("[{\"orderId\":\"a\",\"state\":\"SHIPPED\",\"status\":\"COMPLETED\"}]")
                .thenEnd();
        sink.run(source()).awaitLine("heartbeat");
        snapshot.countDown();
        sink.awaitLine("emit a=SHIPPED a=F a=AGAIN");
        sink.cancel();
    }

    @Test
    void idsGivenAreTheWatchAndTheSnapshotIsFilteredToThem() throws Exception {
        withSnapshot();
        settings.change("orders", "b,c");
        server.streams("/s");
        server.answers("/o", "200 OK", "", "{\"orderUpdates\":{\"a\":{},\"b\":{\"state\":\"P\"}}}");
        sink.run(source()).awaitLine("emit b=P");
        assertThat(sink.lines()).containsExactly("opened", "watch orders [b, c] CLOSE", "emit b=P");
        sink.cancel();
    }

    @Test
    void anEmptySnapshotIsAnEmptyWatch() throws Exception {
        withSnapshot();
        server.streams("/s");
        server.answers("/o", "200 OK", "", "[]");
        sink.run(source()).awaitLine("watch orders [] CLOSE");
        sink.cancel();
    }

    @Test
    void aStreamThatEndsFirstStillGetsItsSnapshot() throws Exception {
        withSnapshot();
        CountDownLatch snapshot = new CountDownLatch(1);
        server.streams("/s").thenSend("id: 1\n" + update("a", "X") + ": held\n").thenEnd();
        server.streams("/o", "")
                .thenAwait(snapshot)
                .thenSend("[{\"orderId\":\"a\"}]")
                .thenEnd();
        sink.run(source()).awaitLine("heartbeat");
        snapshot.countDown();
        assertThat(sink.end().reason()).isEqualTo("The server closed the connection.");
        assertThat(sink.lines()).endsWith("watch orders [a] CLOSE", "emit a=X", "checkpoint 1");
    }

    @Test
    void everyReconnectReadsTheSnapshotAgainAndMissesNothing() throws Exception {
        withSnapshot();
        server.streams("/s");
        server.answers("/o", "200 OK", "", "[{\"orderId\":\"a\"}]");
        RecordingSink resumed = RecordingSink.laterSessionAfter("3");
        resumed.run(source()).awaitLine("emit a=");
        assertThat(resumed.lines()).containsExactly("opened", "watch orders [a] CLOSE", "emit a=");
        resumed.cancel();
    }

    @Test
    void aRefusedSnapshotIsFatalAndNamesItsAddress() throws Exception {
        withSnapshot();
        Script stream = server.streams("/s");
        server.answers("/o", "404 Not Found", "", "no such thing");
        assertThat(sink.run(source()).failure(FatalSourceException.class))
                .hasMessage(server.uri("/o") + " answered 404 Not Found: no such thing");
        stream.awaitClientClosed();
    }

    @Test
    void anUnavailableSnapshotEndsTheSessionToBeTriedAgain() throws Exception {
        withSnapshot();
        server.streams("/s");
        server.answers("/o", "429 Too Many Requests", "Retry-After: 9\r\n", "");
        sink.run(source()).failure(StreamUnavailable.class);
        assertThat(sink.lines()).containsExactly("opened", "retry after PT9S");
    }

    @Test
    void aSnapshotThatIsNotJsonIsFatalAndNamesItsAddress() throws Exception {
        withSnapshot();
        server.streams("/s").thenSend("id: 1\n" + update("a", "X"));
        server.answers("/o", "200 OK", "", "<html>");
        assertThat(sink.run(source()).failure(FatalSourceException.class))
                .hasMessageStartingWith(
                        "The snapshot at " + server.uri("/o") + " cannot be read: it is not valid JSON");
        assertThat(sink.lines()).doesNotContain("checkpoint 1");
    }

    // leaving

    @Test
    void leavesWithinASecondWhileReading() throws Exception {
        Script script = server.streams("/s").thenSend(update("a", "X"));
        sink.run(source()).awaitLine("emit a=X");
        sink.cancel();
        script.awaitClientClosed();
    }

    @Test
    void leavesWithinASecondWhileWaitingForTheAnswer() throws Exception {
        Script script = server.answers("/s", "");
        sink.run(source());
        server.nextRequest();
        sink.cancel();
        script.awaitClientClosed();
    }

    @Test
    void leavesWithinASecondWhileWaitingForTheSnapshot() throws Exception {
        withSnapshot();
        Script stream = server.streams("/s").thenSend(update("a", "X"));
        Script snapshot = server.answers("/o", "");
        sink.run(source());
        server.nextRequest();
        server.nextRequest();
        sink.cancel();
        stream.awaitClientClosed();
        snapshot.awaitClientClosed();
        assertThat(sink.orders()).isEmpty();
    }

    @Test
    void leavesWithinASecondWhenTheStreamHasEndedAndTheSnapshotHasNotCome() throws Exception {
        withSnapshot();
        server.streams("/s").thenSend(": held\n").thenEnd();
        Script snapshot = server.answers("/o", "");
        sink.run(source()).awaitLine("heartbeat");
        server.nextRequest();
        server.nextRequest();
        sink.cancel();
        snapshot.awaitClientClosed();
    }

    @Test
    void leavesWithinASecondWhileTheConsoleIsBehind() throws Exception {
        Script script = server.streams("/s").thenSend("id: 1\n" + update("a", "X"));
        sink.fallBehind();
        sink.run(source()).awaitLine("behind");
        sink.cancel();
        script.awaitClientClosed();
        assertThat(sink.lines()).containsExactly("opened", "behind");
    }

    @Test
    void leavesWithinASecondWhileTheConsoleIsBehindWithTheSnapshot() throws Exception {
        withSnapshot();
        Script script = server.streams("/s").thenSend("id: 1\n" + update("a", "X"));
        server.answers("/o", "200 OK", "", "[{\"orderId\":\"a\"}]");
        sink.fallBehind();
        sink.run(source()).awaitLine("behind");
        sink.cancel();
        script.awaitClientClosed();
        assertThat(sink.lines()).doesNotContain("checkpoint 1");
    }

    @Test
    void leavesWithinASecondWhileNoMoreCanBeHeld() throws Exception {
        withSnapshot();
        settings.change("max-held", "1");
        Script stream =
                server.streams("/s").thenSend(update("a", "X") + ": one\n").thenSend(update("b", "X") + ": two\n");
        Script snapshot = server.answers("/o", "");
        sink.run(source()).awaitLine("heartbeat");
        server.nextRequest();
        server.nextRequest();
        sink.cancel();
        stream.awaitClientClosed();
        snapshot.awaitClientClosed();
        assertThat(sink.orders()).isEmpty();
    }

    @Test
    void aSessionCancelledBeforehandAsksNothing() throws Exception {
        sink.cancel();
        sink.run(source()).failure(StreamLost.class);
        assertThat(server.wasNotAskedAgain()).isTrue();
    }

    private OrderUpdateSource source() {
        SseSettings read = SseSettings.read(settings);
        connector.close();
        connector = connectorAsSet();
        return new OrderUpdateSource(read.url().orElseThrow(), read, connector, now::get);
    }

    private HttpConnector connectorAsSet() {
        SseSettings read = SseSettings.read(settings);
        return read.connector(read.timeouts());
    }

    private void withSnapshot() {
        settings.change("snapshot", server.uri("/o").toString());
    }

    private static String update(String id, String state) {
        return "data: {\"orderUpdates\":{\"" + id + "\":{\"state\":\"" + state + "\"}}}\n\n";
    }
}
