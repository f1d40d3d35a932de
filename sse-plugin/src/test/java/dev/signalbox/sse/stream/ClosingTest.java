package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Closing a connection in every state it can be in: it returns within 100 ms, whoever waits is freed as fast, and no thread,
 * socket or pool entry is left. A busy machine may hold a single measurement up, so each is taken several times: half of
 * them must keep the time, and all a generous bound.
 */
@Timeout(60)
class ClosingTest {
    private static final int TIMES = 5;
    private static final Duration USUALLY = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private final HttpConnector connector =
            new HttpConnector(new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30)), StreamLimits.DEFAULT);
    private final List<Duration> closed = new ArrayList<>();
    private final List<Duration> freed = new ArrayList<>();
    private FakeServer server;

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    @FunctionalInterface
    private interface State {
        void reach(SseConnection connection) throws Exception;
    }

    @BeforeEach
    void startServer() throws IOException {
        server = FakeServer.start();
    }

    @AfterEach
    void leavesNothingBehind() throws IOException {
        await().untilAsserted(() -> assertThat(connector.connections()).isZero());
        connector.close();
        server.close();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name ->
                        name.startsWith("sse-") || name.contains("httpclient") || name.equals("test-background")));
    }

    @Test
    void whileIdle() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            measure(stream("/s"), () -> {});
        }
        assertFast();
    }

    @Test
    void whileConnectingToAServerWhoseQueueIsFull() throws Exception {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, fillers);
            for (int i = 0; i < TIMES; i++) {
                closing(
                        at("http", full.getLocalPort()),
                        SseConnection::open,
                        connection -> await().until(() -> connector.connections() == 1));
            }
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
        assertFast();
    }

    @Test
    void whileTheServerIsSilentInTheTlsHandshake() throws Exception {
        List<Socket> silent = Collections.synchronizedList(new ArrayList<>());
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < TIMES; i++) {
                closing(at("https", server.getLocalPort()), SseConnection::open, connection -> {
                    Socket socket = server.accept();
                    silent.add(socket);
                    // the first byte of the client's hello: now it waits for ours
                    assertThat(socket.getInputStream().read()).isEqualTo(22);
                });
            }
            for (Socket socket : silent) {
                socket.setSoTimeout((int) AT_MOST.toMillis());
                assertClosed(socket);
            }
        }
        assertFast();
    }

    @Test
    void whileWaitingForTheAnswer() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Script script = server.answers("/s", "");
            closing(stream("/s"), SseConnection::open, connection -> server.nextRequest());
            script.awaitClientClosed();
        }
        assertFast();
    }

    @Test
    void whileReading() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Script script = server.streams("/s").thenSend("data: 1\n\n");
            closeWhileReading();
            script.awaitClientClosed();
        }
        assertFast();
    }

    @Test
    void whileReadingACompressedStream() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, true)) {
            gzip.write("data: 1\n\n".getBytes(UTF_8));
            gzip.flush();
            for (int i = 0; i < TIMES; i++) {
                Script script = server.streams("/s", "Content-Type: text/event-stream\r\nContent-Encoding: gzip\r\n")
                        .thenSend(bytes.toByteArray());
                closeWhileReading();
                script.awaitClientClosed();
            }
        }
        assertFast();
    }

    @Test
    void byTheReadingThreadItself() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Script script = server.streams("/s").thenSend("data: 1\n\n");
            SseConnection connection = stream("/s");
            connection.open();
            connection.readInto(new EventStreamParser(100, ""));
            measure(connection, () -> {});
            script.awaitClientClosed();
        }
        assertFast();
    }

    @Test
    void whileReadingWhatARefusalSays() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            CountDownLatch half = new CountDownLatch(1);
            Script script = server.answers("/s", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 100\r\n\r\nwho")
                    .thenAwait(half)
                    .thenSend(" are");
            closing(stream("/s"), SseConnection::open, connection -> {
                await().until(() -> Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().equals("sse-error-body-limit")));
                half.countDown();
            });
            script.awaitClientClosed();
        }
        assertFast();
    }

    @Test
    void whileWaitingForTheAnswerAfterARedirect() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            server.answers("/s", "302 Found", "Location: /b\r\n", "");
            Script script = server.answers("/b", "");
            closing(stream("/s"), SseConnection::open, connection -> {
                server.nextRequest();
                assertThat(server.nextRequest().path()).isEqualTo("/b");
            });
            script.awaitClientClosed();
        }
        assertFast();
    }

    @Test
    void whileDownloading() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Script script = server.answers("/d", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[");
            Download download =
                    connector.download(new StreamRequest(server.uri("/d"), List.of()), 1_000, Duration.ofSeconds(30));
            CompletableFuture<Throwable> ended = inBackground(download::fetch);
            server.nextRequest();
            measure(
                    download,
                    () -> assertThat(ended.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS))
                            .isInstanceOf(StreamLost.class));
            script.awaitClientClosed();
        }
        assertFast();
    }

    @Test
    void closingTheConnectorClosesWhatIsOpen() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            HttpConnector own = new HttpConnector(
                    new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30)), StreamLimits.DEFAULT);
            Script script = server.streams("/s").thenSend("data: 1\n\n");
            SseConnection connection = own.stream(new StreamRequest(server.uri("/s"), List.of()), "");
            connection.open();
            EventStreamParser parser = new EventStreamParser(100, "");
            connection.readInto(parser);
            CompletableFuture<Throwable> ended = inBackground(() -> connection.readInto(parser));
            measure(
                    own,
                    () -> assertThat(ended.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS))
                            .isInstanceOf(StreamLost.class));
            script.awaitClientClosed();
            assertThat(own.connections()).isZero();
        }
        assertFast();
    }

    private void closeWhileReading() throws Exception {
        SseConnection connection = stream("/s");
        connection.open();
        EventStreamParser parser = new EventStreamParser(100, "");
        connection.readInto(parser);
        closing(connection, same -> same.readInto(parser), same -> {});
    }

    /** Lets a thread of its own do what lasts, closes the connection once the state is reached, and sees the thread freed. */
    private void closing(SseConnection connection, State lasting, State reached) throws Exception {
        CompletableFuture<Throwable> ended = inBackground(() -> lasting.reach(connection));
        reached.reach(connection);
        measure(
                connection,
                () -> assertThat(ended.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS))
                        .isInstanceOf(StreamFailure.class));
    }

    private void measure(AutoCloseable open, Work untilFreed) throws Exception {
        long begun = System.nanoTime();
        open.close();
        closed.add(Duration.ofNanos(System.nanoTime() - begun));
        untilFreed.run();
        freed.add(Duration.ofNanos(System.nanoTime() - begun));
    }

    private void assertFast() {
        assertFast(closed);
        assertFast(freed);
    }

    private static void assertFast(List<Duration> measured) {
        assertThat(measured).hasSize(TIMES).allSatisfy(one -> assertThat(one).isLessThan(AT_MOST));
        assertThat(measured.stream().sorted().toList().get(TIMES / 2))
                .as("the median of %s", measured)
                .isLessThanOrEqualTo(USUALLY);
    }

    private SseConnection stream(String path) {
        return connector.stream(new StreamRequest(server.uri(path), List.of()), "");
    }

    private SseConnection at(String scheme, int port) {
        return connector.stream(new StreamRequest(URI.create(scheme + "://127.0.0.1:" + port + "/"), List.of()), "");
    }

    private static CompletableFuture<Throwable> inBackground(Work work) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        FakeServer.daemon("test-background", () -> {
            try {
                work.run();
                thrown.complete(new AssertionError("nothing was thrown"));
            } catch (Throwable expected) {
                thrown.complete(expected);
            }
        });
        return thrown;
    }

    private static void assertClosed(Socket socket) throws IOException {
        try (socket) {
            byte[] rest = new byte[1_024];
            while (socket.getInputStream().read(rest) >= 0) {
                // what the client had said before it left
            }
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("the client did not close its connection", stillOpen);
        } catch (IOException reset) {
            // as good as closed
        }
    }

    /** Fills the queue of a server that accepts nobody, until the next one to connect has to wait. */
    private static void fill(ServerSocket full, List<Socket> fillers) throws IOException {
        while (true) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
            } catch (SocketTimeoutException queueIsFull) {
                return;
            }
        }
    }
}
