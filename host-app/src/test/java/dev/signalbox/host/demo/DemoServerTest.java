package dev.signalbox.host.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DemoServerTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final DemoStory NO_STORY =
            DemoStory.of(List.of(new DemoOrder("ORD-1", "PROCESSING", "IN_PROGRESS", "Picking")), List.of());

    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoServer server = new DemoServer(NO_STORY, DemoOptions.USUAL);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theSnapshotIsTheOrdersAsTheyAreNow() throws Exception {
        server.start();
        server.publish("ORD-2", "SHIPPED", "COMPLETED", "A \"quoted\"\n<html>text");
        HttpResponse<String> snapshot = get(server.snapshotUrl());
        assertThat(snapshot.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(TinyJson.parse(snapshot.body()))
                .isEqualTo(List.of(
                        Map.of(
                                "orderId",
                                "ORD-1",
                                "state",
                                "PROCESSING",
                                "status",
                                "IN_PROGRESS",
                                "message",
                                "Picking"),
                        Map.of(
                                "orderId",
                                "ORD-2",
                                "state",
                                "SHIPPED",
                                "status",
                                "COMPLETED",
                                "message",
                                "A \"quoted\"\n<html>text")));
    }

    @Test
    void theFirstPageSaysWhatIsServed() throws Exception {
        server.start();
        HttpResponse<String> page = get(server.url());
        assertThat(page.body())
                .isEqualTo(server.description())
                .contains("curl " + server.snapshotUrl(), "curl -N " + server.streamUrl());
        assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/order", "/orders/", "/orders/stream/1", "/favicon.ico"})
    void anotherPathIsNotFound(String path) throws Exception {
        server.start();
        HttpResponse<String> answer = get(server.url().resolve(path));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("Nothing is served at this path.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/orders/stream"})
    void anotherMethodIsRefusedInASentence(String path) throws Exception {
        server.start();
        HttpRequest post = HttpRequest.newBuilder(server.url().resolve(path))
                .POST(BodyPublishers.ofString("x"))
                .build();
        HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
        assertThat(answer.body()).isEqualTo("This server only tells: ask with GET.\n");
    }

    @Test
    void aStreamTooManyIsToldToComeBack() throws Exception {
        try (DemoServer small = new DemoServer(NO_STORY, new DemoOptions(0, 1, SOON, 1, 100))) {
            small.start();
            try (StreamRecorder first = StreamRecorder.open(small.streamUrl())) {
                assertThat(first.response.statusCode()).isEqualTo(200);
                HttpResponse<String> answer = get(small.streamUrl());
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                assertThat(answer.body()).startsWith("All 1 streams are taken.");
                assertThat(get(small.snapshotUrl()).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aTakenPortIsSaidInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            DemoServer unlucky = new DemoServer(NO_STORY, DemoOptions.USUAL.withPort(port));
            assertThatIOException()
                    .isThrownBy(unlucky::start)
                    .withMessageStartingWith("Cannot serve the demo on port " + port + ": ")
                    .withMessageEndingWith("Choose another port, or 0 for any free one.");
            unlucky.close();
        }
    }

    @Test
    void aGivenPortIsUsed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (DemoServer chosen = new DemoServer(NO_STORY, DemoOptions.USUAL.withPort(port))) {
            chosen.start();
            assertThat(chosen.url()).isEqualTo(URI.create("http://127.0.0.1:" + port + "/"));
            assertThat(get(chosen.url()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closeLeavesNoThreadNoStreamAndNoPort() throws Exception {
        server.start();
        URI url = server.url();
        try (StreamRecorder stream = StreamRecorder.open(server.streamUrl())) {
            get(server.snapshotUrl());
            long before = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            await().atMost(SOON).until(() -> !stream.end.isEmpty());
        }
        assertThat(server.clients()).isZero();
        await().atMost(SOON).untilAsserted(() -> assertThat(threadsOfServers()).isEmpty());
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(url));
        assertThatIllegalStateException().isThrownBy(server::url);
        server.close();
    }

    @Test
    void everyThreadIsANamedDaemon() throws Exception {
        server.start();
        try (StreamRecorder stream = StreamRecorder.open(server.streamUrl())) {
            assertThat(stream.response.statusCode()).isEqualTo(200);
            assertThat(threadsOfServers()).isNotEmpty().allMatch(Thread::isDaemon);
            assertThat(threadsOfServers())
                    .extracting(Thread::getName)
                    .anyMatch(name -> name.startsWith("signalbox-demo-client-"));
        }
    }

    @Test
    void aClientThatDoesNotReadDelaysNobodyAndNotTheEnd() throws Exception {
        server.start();
        try (Socket deaf = new Socket(
                        InetAddress.getLoopbackAddress(), server.url().getPort());
                StreamRecorder other = StreamRecorder.open(server.streamUrl())) {
            deaf.getOutputStream()
                    .write("GET /orders/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(server.awaitClients(2, SOON)).isTrue();
            String longText = "x".repeat(100_000);
            for (int i = 0; i < 100; i++) {
                server.publish("ORD-1", "PROCESSING", "IN_PROGRESS", longText);
            }
            await().atMost(SOON).until(() -> other.data.size() == 100);
            long before = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(threadsOfServers()).isEmpty());
    }

    @Test
    void isStartedOnceAndNotAfterItsEnd() throws Exception {
        assertThatIllegalStateException().isThrownBy(server::url);
        assertThatIllegalStateException().isThrownBy(server::restart);
        server.start();
        assertThatIllegalStateException().isThrownBy(server::start);
        server.close();
        assertThatIllegalStateException().isThrownBy(server::start);
    }

    @Test
    void optionsOutOfBoundsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DemoOptions.USUAL.withPort(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> DemoOptions.USUAL.withSpeed(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> DemoOptions.USUAL.withSpeed(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> DemoOptions.USUAL.withHeartbeat(Duration.ZERO));
    }

    private HttpResponse<String> get(URI url) throws Exception {
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    /** Ours by name, and those the JDK makes for a server under names of its own. */
    private static List<Thread> threadsOfServers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().matches("signalbox-demo-.*|HTTP-Dispatcher|server-timer|idle-timeout-task"))
                .toList();
    }
}
