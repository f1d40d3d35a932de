package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.signalbox.sse.stream.EventStreamParser.Item;
import dev.signalbox.sse.stream.FakeServer.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpConnectorTest {
    private final HttpConnector connector =
            new HttpConnector(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)), StreamLimits.DEFAULT);
    private FakeServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeServer.start();
    }

    @AfterEach
    void leavesNothingBehind() throws IOException {
        soon().untilAsserted(() -> assertThat(connector.connections()).isZero());
        connector.close();
        server.close();
        soon().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("sse-") || name.contains("httpclient")));
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    @Test
    void asksForAnEventStreamAndNoCachedOne() throws Exception {
        server.streams("/s").thenEnd();
        readAll(stream("/s"));
        Request request = server.nextRequest();
        assertThat(request.line()).isEqualTo("GET /s HTTP/1.1");
        assertThat(request.header("Accept")).isEqualTo("text/event-stream");
        assertThat(request.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(request.header("Last-Event-ID")).isEqualTo("(absent)");
        assertThat(request.header("Upgrade")).isEqualTo("(absent)");
    }

    @Test
    void sendsTheLastEventIdAsUtf8() throws Exception {
        server.streams("/s").thenEnd();
        readAll(connector.stream(request("/s"), "größe-✓"));
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo("größe-✓");
    }

    @Test
    void sendsTheCallersHeadersInPlaceOfItsOwn() throws Exception {
        server.streams("/s").thenEnd();
        readAll(connector.stream(
                new StreamRequest(
                        server.uri("/s"),
                        List.of(new Header("X-Key", "1"), new Header("Accept", "text/event-stream;v=2"))),
                ""));
        Request request = server.nextRequest();
        assertThat(request.header("X-Key")).isEqualTo("1");
        assertThat(request.headers()).containsOnlyOnce("Accept: text/event-stream;v=2");
    }

    @ParameterizedTest
    @CsvSource({"POST", "REPORT", "PUT", "GET"})
    void anyMethodAndBodyAreSent(String method) throws Exception {
        server.streams("/s").thenEnd();
        readAll(connector.stream(request("/s").with(method, "größe"), ""));
        Request request = server.nextRequest();
        assertThat(request.line()).isEqualTo(method + " /s HTTP/1.1");
        assertThat(request.body()).isEqualTo("größe");
        assertThat(request.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void aMethodWithoutABodySendsNone() throws Exception {
        server.streams("/s").thenEnd();
        readAll(connector.stream(request("/s").with("POST", ""), ""));
        Request request = server.nextRequest();
        assertThat(request.header("Content-Length")).isEqualTo("0");
        assertThat(request.header("Content-Type")).isEqualTo("(absent)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", " [1]"})
    void aBodyThatLooksLikeJsonIsSaidToBeJson(String body) throws Exception {
        server.streams("/s").thenEnd();
        readAll(connector.stream(request("/s").with("POST", body), ""));
        assertThat(server.nextRequest().header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void theCallersContentTypeOfTheBodyCounts() throws Exception {
        server.streams("/s").thenEnd();
        readAll(connector.stream(
                new StreamRequest("POST", server.uri("/s"), List.of(new Header("Content-Type", "text/x")), "{}"), ""));
        assertThat(server.nextRequest().headers()).containsOnlyOnce("Content-Type: text/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795328942:1", "1795328907:[1],0", "a b\tc", "größe-✓-\uD83D\uDE80", "%00\\\"'"})
    void idsAreOpaqueAndGoBackByteForByte(String id) throws Exception {
        server.streams("/s").thenSend("id: " + id + "\ndata: 1\n\n").thenEnd();
        EventStreamParser parser = new EventStreamParser(1_000, "");
        try (SseConnection connection = stream("/s")) {
            connection.open();
            nextData(connection, parser);
        }
        server.streams("/s").thenEnd();
        readAll(connector.stream(request("/s"), parser.lastEventId()));
        server.nextRequest();
        assertThat(server.nextRequest().header("Last-Event-ID")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/event-stream", "text/event-stream;charset=UTF-8", "Text/Event-Stream ; charset=latin1"})
    void acceptsTheMediaTypeWithAnyParameters(String type) throws Exception {
        server.streams("/s", "Content-Type: " + type + "\r\n")
                .thenSend("data: ä\n\n")
                .thenEnd();
        assertThat(readAll(stream("/s"))).containsExactly("ä");
    }

    @Test
    void refusesAnotherContentTypeAndShowsWhatCame() {
        server.answers("/s", "200 OK", "Content-Type: text/html; charset=utf-8\r\n", "<h1>Sign in</h1>");
        StreamRefused refused = fails(stream("/s"), StreamRefused.class);
        assertThat(refused)
                .hasMessage(server.uri("/s")
                        + " answered 200 OK with text/html instead of text/event-stream: <h1>Sign in</h1>");
    }

    @Test
    void refusesAnAnswerWithoutContentType() {
        server.answers("/s", "200 OK", "", "");
        assertThat(fails(stream("/s"), StreamRefused.class)).hasMessageContaining("without a content type");
    }

    @Test
    void noContentMeansThatThereIsNothingMoreToCome() throws Exception {
        server.answers("/s", "HTTP/1.1 204 No Content\r\n\r\n");
        assertThat(stream("/s").open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone", "206 Partial"})
    void refusedAnswersSayStatusReasonAndBody(String status) {
        server.answers("/s", status, "", "because of " + "x".repeat(5_000));
        StreamRefused refused = fails(stream("/s"), StreamRefused.class);
        assertThat(refused.getMessage())
                .contains(status)
                .contains(": because of xxx")
                .hasSizeLessThan(2_200);
        assertThat(refused.nextStep()).isNotEmpty();
    }

    @Test
    void aCompressedRefusalIsReadable() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("who are you".getBytes(UTF_8));
        }
        server.answers(
                        "/s",
                        "HTTP/1.1 401 Unauthorized\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size()
                                + "\r\n\r\n")
                .send(bytes.toByteArray());
        assertThat(fails(stream("/s"), StreamRefused.class)).hasMessageEndingWith("401 Unauthorized: who are you");
    }

    @Test
    void whatARefusalSaysIsOneHarmlessLine() {
        server.answers("/s", "403 No\u0007", "", "<html>\r\n\t<b>no</b>\n\u001B[31m \u202Egnp.exe\u0000");
        assertThat(fails(stream("/s"), StreamRefused.class))
                .hasMessage(server.uri("/s")
                        + " answered 403 No\\u0007: <html> <b>no</b> \\u001B[31m \\u202Egnp.exe\\u0000");
    }

    @Test
    void aRefusalCutInTheMiddleOfACharacterShowsNoHalfOfIt() {
        server.answers("/s", "400 Bad", "", "x" + "ü".repeat(2_000));
        assertThat(fails(stream("/s"), StreamRefused.class)).hasMessageEndingWith("400 Bad: x" + "ü".repeat(1_023));
    }

    @Test
    void aRefusalThatNeverEndsIsShownAllTheSame() {
        server.answers("/s", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 100\r\n\r\nwho are you");
        assertThat(fails(stream("/s"), StreamRefused.class)).hasMessageEndingWith("401 Unauthorized: who are you");
    }

    @ParameterizedTest
    @CsvSource({"408 Request Timeout", "429 Too Many Requests", "500 Oops", "503 Service Unavailable"})
    void unavailableServersAreNotAskedAgainByTheClientItself(String status) throws Exception {
        server.answers("/s", status, "", "later");
        StreamUnavailable unavailable = fails(stream("/s"), StreamUnavailable.class);
        assertThat(unavailable).hasMessageContaining(status);
        assertThat(unavailable.retryAfter()).isEmpty();
        assertThat(server.nextRequest().path()).isEqualTo("/s");
        assertThat(server.wasNotAskedAgain()).isTrue();
    }

    @Test
    void retryAfterIsReadInSeconds() {
        server.answers("/s", "503 Service Unavailable", "Retry-After: 120\r\n", "");
        assertThat(fails(stream("/s"), StreamUnavailable.class).retryAfter()).contains(Duration.ofMinutes(2));
    }

    @Test
    void retryAfterIsReadAsADate() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2));
        server.answers("/s", "429 Too Many Requests", "Retry-After: " + date + "\r\n", "");
        assertThat(fails(stream("/s"), StreamUnavailable.class).retryAfter())
                .hasValueSatisfying(
                        delay -> assertThat(delay).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(121)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "303", "307", "308"})
    void redirectsAreFollowedWithTheHeadersOnTheSameServer(String status) throws Exception {
        server.answers("/a/s", status + " Moved", "Location: ../b?x=1\r\n", "");
        server.streams("/b?x=1").thenSend("data: 1\n\n").thenEnd();
        SseConnection connection = connector.stream(
                new StreamRequest(server.uri("/a/s"), List.of(new Header("Authorization", "Bearer t"))), "7");
        assertThat(readAll(connection)).containsExactly("1");
        server.nextRequest();
        Request second = server.nextRequest();
        assertThat(second.header("Authorization")).isEqualTo("Bearer t");
        assertThat(second.header("Last-Event-ID")).isEqualTo("7");
    }

    @Test
    void theCallersHeadersAreDroppedWhenARedirectLeadsElsewhere() throws Exception {
        try (FakeServer other = FakeServer.start()) {
            server.answers("/s", "302 Found", "Location: " + other.uri("/s") + "\r\n", "");
            other.streams("/s").thenSend("data: 1\n\n").thenEnd();
            SseConnection connection = connector.stream(
                    new StreamRequest(
                            server.uri("/s"),
                            List.of(new Header("Authorization", "Bearer t"), new Header("X-Key", "1"))),
                    "");
            assertThat(readAll(connection)).containsExactly("1");
            Request second = other.nextRequest();
            assertThat(second.header("Authorization")).isEqualTo("(absent)");
            assertThat(second.header("X-Key")).isEqualTo("(absent)");
            assertThat(second.header("Accept")).isEqualTo("text/event-stream");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET, ''",
        "302, POST, GET, ''",
        "303, POST, GET, ''",
        "303, PUT, GET, ''",
        "307, POST, POST, b",
        "308, POST, POST, b",
        "301, PUT, PUT, b",
        "302, REPORT, REPORT, b"
    })
    void redirectsKeepOrChangeTheMethodAsFetchSays(String status, String method, String then, String body)
            throws Exception {
        server.answers("/s", status + " Moved", "Location: /b\r\n", "");
        server.streams("/b").thenEnd();
        readAll(connector.stream(
                new StreamRequest(method, server.uri("/s"), List.of(new Header("Content-Type", "text/x")), "b"), ""));
        server.nextRequest();
        Request second = server.nextRequest();
        assertThat(second.method()).isEqualTo(then);
        assertThat(second.body()).isEqualTo(body);
        assertThat(second.header("Content-Type")).isEqualTo(body.isEmpty() ? "(absent)" : "text/x");
    }

    @Test
    void aBodyThatGoesToAnotherServerTakesItsContentTypeAlongAndNoCredential() throws Exception {
        try (FakeServer other = FakeServer.start()) {
            server.answers("/s", "307 Temporary Redirect", "Location: " + other.uri("/s") + "\r\n", "");
            other.streams("/s").thenEnd();
            readAll(connector.stream(
                    new StreamRequest(
                            "POST",
                            server.uri("/s"),
                            List.of(new Header("Authorization", "Bearer t"), new Header("Content-Type", "text/x")),
                            "b"),
                    ""));
            Request second = other.nextRequest();
            assertThat(second.line()).startsWith("POST ");
            assertThat(second.body()).isEqualTo("b");
            assertThat(second.header("Content-Type")).isEqualTo("text/x");
            assertThat(second.header("Authorization")).isEqualTo("(absent)");
        }
    }

    @ParameterizedTest
    @CsvSource({"300 Multiple Choices", "304 Not Modified", "305 Use Proxy", "306 Unused"})
    void otherAnswersOfTheThreeHundredsAreRefused(String status) {
        server.answers("/s", status, "Location: /b\r\n", "");
        assertThat(fails(stream("/s"), StreamRefused.class))
                .hasMessage(server.uri("/s") + " answered " + status + ", which leads nowhere.");
        assertThat(server.wasNotAskedAgain()).isFalse();
    }

    @Test
    void redirectsCanBeSwitchedOff() throws Exception {
        try (HttpConnector stubborn = limited(new StreamLimits(1_024, 0))) {
            server.answers("/s", "302 Found", "Location: /b\r\n", "");
            assertThat(fails(stubborn.stream(request("/s"), ""), StreamRefused.class))
                    .hasMessage(server.uri("/s") + " redirects (302) and redirects are not followed.");
        }
    }

    @Test
    void asManyRedirectsAsAllowedAreFollowedAndNotOneMore() throws Exception {
        try (HttpConnector patient = limited(new StreamLimits(1_024, 2))) {
            server.answers("/1", "302 Found", "Location: /2\r\n", "");
            server.answers("/2", "302 Found", "Location: /3\r\n", "");
            server.streams("/3").thenSend("data: 1\n\n").thenEnd();
            assertThat(readAll(patient.stream(request("/1"), ""))).containsExactly("1");
            server.answers("/1", "302 Found", "Location: /2\r\n", "");
            server.answers("/2", "302 Found", "Location: /3\r\n", "");
            server.answers("/3", "302 Found", "Location: /4\r\n", "");
            assertThat(fails(patient.stream(request("/1"), ""), StreamRefused.class))
                    .hasMessage(server.uri("/3") + " redirects (302) once more after 2 redirects.");
        }
    }

    @Test
    void anAnswersHeadOverTheLimitSaysSo() throws Exception {
        try (HttpConnector strict = limited(new StreamLimits(1_024, 10))) {
            server.streams("/s", "Content-Type: text/event-stream\r\nX: " + "x".repeat(900) + "\r\n")
                    .thenSend("data: 1\n\n")
                    .thenEnd();
            assertThat(readAll(strict.stream(request("/s"), ""))).containsExactly("1");
            server.answers("/s", "200 OK", "X: " + "x".repeat(1_100) + "\r\n", "");
            assertThat(fails(strict.stream(request("/s"), ""), StreamLost.class))
                    .hasMessage("127.0.0.1:" + server.port()
                            + " answered with a head of more than 1 KiB in a line or 200 lines.");
            server.answers("/s", "200 OK", "X: 1\r\n".repeat(201), "");
            assertThat(fails(strict.stream(request("/s"), ""), StreamLost.class))
                    .hasMessageContaining("200 lines");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Location: \r\n"})
    void aRedirectWithoutLocationSaysSo(String header) {
        server.answers("/s", "302 Found", header, "");
        assertThat(fails(stream("/s"), StreamRefused.class))
                .hasMessage(server.uri("/s") + " redirects (302) but names no Location to go to.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://[", "ftp://127.0.0.1/"})
    void aRedirectToSomethingElseThanTheWebIsRefused(String location) {
        server.answers("/s", "302 Found", "Location: " + location + "\r\n", "");
        assertThat(fails(stream("/s"), StreamRefused.class)).hasMessageContaining("Location is not an");
    }

    @Test
    void redirectsInACircleEnd() {
        for (int i = 0; i <= StreamLimits.DEFAULT.redirects(); i++) {
            server.answers("/s", "307 Temporary Redirect", "Location: /s\r\n", "");
        }
        assertThat(fails(stream("/s"), StreamRefused.class)).hasMessageContaining("after 10 redirects");
    }

    @Test
    void gzipIsAcceptedAndEachFlushedEventArrivesAtOnce() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CountDownLatch firstRead = new CountDownLatch(1);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, true)) {
            gzip.write("data: 1\n\n".getBytes(UTF_8));
            gzip.flush();
            byte[] first = bytes.toByteArray();
            bytes.reset();
            gzip.write("data: 2\n\n".getBytes(UTF_8));
            gzip.flush();
            server.streams("/s", "Content-Type: text/event-stream\r\nContent-Encoding: gzip\r\n")
                    .thenSend(first)
                    .thenAwait(firstRead)
                    .thenSend(bytes.toByteArray());
        }
        try (SseConnection connection = stream("/s")) {
            connection.open();
            assertThat(server.nextRequest().header("Accept-Encoding")).contains("gzip");
            EventStreamParser parser = new EventStreamParser(100, "");
            assertThat(nextData(connection, parser)).isEqualTo("1");
            firstRead.countDown();
            assertThat(nextData(connection, parser)).isEqualTo("2");
        }
    }

    @Test
    void aStreamDelimitedByCloseEndsCleanly() throws Exception {
        server.answers("/s", "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n")
                .thenFinish();
        assertThat(readAll(stream("/s"))).containsExactly("1");
    }

    @Test
    void finInMidChunkIsALossAndSaysSo() {
        server.streams("/s").thenSend("data: 1\n\n").thenBreak();
        assertThat(fails(stream("/s"), StreamLost.class))
                .hasMessage("The server closed the connection in the middle of the stream.");
    }

    @Test
    void resetIsALossAndSaysSo() {
        server.streams("/s").thenSend("data: 1\n\n").thenReset();
        assertThat(fails(stream("/s"), StreamLost.class))
                .hasMessage("The connection was reset in the middle of the stream.");
    }

    @Test
    void garbageInsteadOfAChunkIsALoss() {
        server.streams("/s").thenSend("data: 1\n\n").send("zzz\r\n".getBytes(UTF_8));
        assertThat(fails(stream("/s"), StreamLost.class)).hasMessageContaining("not valid HTTP");
    }

    @Test
    void closingBeforeTheAnswerIsALossAndSaysSo() {
        server.answers("/s", "").thenFinish();
        assertThat(fails(stream("/s"), StreamLost.class))
                .hasMessage("127.0.0.1:" + server.port() + " closed the connection before it answered.");
    }

    @Test
    void anAnswerThatIsNotHttpIsALoss() {
        server.answers("/s", "SSH-2.0-OpenSSH_9.2\r\n").thenFinish();
        assertThat(fails(stream("/s"), StreamLost.class)).hasMessageContaining("127.0.0.1:" + server.port());
    }

    @Test
    void silenceBeforeTheAnswerMentionsTheProxy() {
        try (HttpConnector impatient = impatient()) {
            server.answers("/s", "");
            assertThat(fails(impatient.stream(request("/s"), ""), StreamLost.class))
                    .hasMessage("127.0.0.1:" + server.port()
                            + " accepted the connection but did not answer within 200 ms;"
                            + " a proxy may be holding the answer back.");
        }
    }

    @Test
    void aStreamThatOpensAndNeverSendsAByteMentionsTheProxy() {
        try (HttpConnector impatient = impatient()) {
            server.streams("/s");
            assertThat(fails(impatient.stream(request("/s"), ""), StreamLost.class))
                    .hasMessage("The stream opened, but not one byte of it came within 200 ms;"
                            + " a proxy may be holding it back.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "d", "\n"})
    void anyByteStartsTheIdleTimeoutAnew(String drop) throws Exception {
        try (HttpConnector dripFed =
                new HttpConnector(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1)), StreamLimits.DEFAULT)) {
            Script script = server.streams("/s");
            List<CountDownLatch> drops = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                CountDownLatch next = new CountDownLatch(1);
                drops.add(next);
                script.thenAwait(next).thenSend(drop);
            }
            script.thenEnd();
            long begun = System.nanoTime();
            for (int i = 0; i < drops.size(); i++) {
                CompletableFuture.delayedExecutor(100L * i, TimeUnit.MILLISECONDS)
                        .execute(drops.get(i)::countDown);
            }
            readAll(dripFed.stream(request("/s"), ""));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void silenceInTheStreamEndsItAfterTheIdleTimeout() {
        try (HttpConnector impatient = impatient()) {
            server.streams("/s").thenSend("data: 1\n\n");
            assertThat(fails(impatient.stream(request("/s"), ""), StreamLost.class))
                    .hasMessage("Nothing arrived for 200 ms.");
        }
    }

    @Test
    void aRefusedConnectionNamesTheServer() throws Exception {
        int port = server.port();
        server.close();
        assertThat(fails(stream("/s"), StreamLost.class))
                .hasMessage("Connection refused by 127.0.0.1:" + port + ": is the server running?");
    }

    @Test
    void anUnknownHostIsALossAndNamesIt() {
        StreamRequest nowhere = new StreamRequest(URI.create("http://nowhere.invalid/s"), List.of());
        assertThat(fails(connector.stream(nowhere, ""), StreamLost.class))
                .hasMessageStartingWith("The host name of nowhere.invalid:80 is unknown");
    }

    @Test
    void plainHttpBehindAnHttpsAddressIsNoSecureConnection() {
        StreamRequest https = new StreamRequest(URI.create("https://127.0.0.1:" + unsecured() + "/s"), List.of());
        assertThat(fails(connector.stream(https, ""), StreamLost.class)).hasMessageStartingWith("No secure connection");
    }

    @Test
    void aConnectionClosedBeforehandDoesNotOpen() {
        SseConnection connection = stream("/s");
        connection.close();
        fails(connection, StreamLost.class);
        assertThat(server.wasNotAskedAgain()).isTrue();
    }

    @Test
    void aClosedConnectorOpensNothing() {
        connector.close();
        fails(stream("/s"), StreamLost.class);
    }

    @Test
    void aDownloadIsFetchedWhole() throws Exception {
        server.answers("/d", "200 OK", "Content-Type: application/json\r\n", "[1]");
        assertThat(connector.download(request("/d"), 3, Duration.ofSeconds(20)).fetch())
                .isEqualTo("[1]".getBytes(UTF_8));
        assertThat(server.nextRequest().header("Accept")).isEqualTo("application/json");
    }

    @Test
    void aDownloadOverTheLimitIsRefused() {
        server.answers("/d", "200 OK", "", "[12345]");
        StreamRefused refused = catchThrowableOfType(
                StreamRefused.class,
                () -> connector
                        .download(request("/d"), 3, Duration.ofSeconds(20))
                        .fetch());
        assertThat(refused).hasMessageContaining("larger than");
    }

    @Test
    void aDownloadThatBreaksOffIsLostAndNamesItsAddress() {
        server.answers("/d", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[").thenFinish();
        StreamLost lost = catchThrowableOfType(
                StreamLost.class,
                () -> connector
                        .download(request("/d"), 300, Duration.ofSeconds(20))
                        .fetch());
        assertThat(lost).hasMessageStartingWith("Reading " + server.uri("/d"));
    }

    private StreamRequest request(String path) {
        return new StreamRequest(server.uri(path), List.of());
    }

    private SseConnection stream(String path) {
        return connector.stream(request(path), "");
    }

    /** The port of a server that takes whatever is said for a request and answers without encryption. */
    private static int unsecured() {
        try {
            ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            FakeServer.daemon("test-plain-server", () -> {
                try (plain;
                        Socket socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException over) {
                    // the client has seen enough
                }
            });
            return plain.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static HttpConnector limited(StreamLimits limits) {
        return new HttpConnector(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)), limits);
    }

    private static HttpConnector impatient() {
        return new HttpConnector(new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200)), StreamLimits.DEFAULT);
    }

    private static List<String> readAll(SseConnection connection) throws StreamFailure {
        List<String> data = new ArrayList<>();
        try (connection) {
            assertThat(connection.open()).isTrue();
            EventStreamParser parser = new EventStreamParser(1_000, "");
            while (connection.readInto(parser)) {
                for (Item item = parser.next(); item != Item.NEED_BYTES; item = parser.next()) {
                    data.add(item == Item.MESSAGE ? parser.data() : item.toString());
                }
            }
        }
        return data;
    }

    private static <T extends Throwable> T fails(SseConnection connection, Class<T> type) {
        return catchThrowableOfType(type, () -> readAll(connection));
    }

    private static String nextData(SseConnection connection, EventStreamParser parser) throws StreamFailure {
        while (true) {
            Item item = parser.next();
            if (item == Item.MESSAGE) {
                return parser.data();
            }
            if (item == Item.NEED_BYTES && !connection.readInto(parser)) {
                throw new AssertionError("the stream ended");
            }
        }
    }
}
