package dev.signalbox.host.faults;

import static dev.signalbox.host.faults.FaultyServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.host.app.ConsoleUnderTest;
import dev.signalbox.host.app.HeadlessUnderTest;
import dev.signalbox.host.faults.FaultyServer.Act;
import dev.signalbox.host.faults.FaultyServer.Http;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class FaultsIT {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<ConnectionChanged> said = new LinkedBlockingQueue<>();

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "a clean end",
                        socket -> send(socket, Http.HEAD + Http.chunk(": hello\n") + "0\r\n\r\n"),
                        "closed the connection"),
                fault(
                        "FIN in mid-chunk",
                        socket -> {
                            send(socket, Http.HEAD + "40\r\ndata: never fin");
                            socket.close();
                        },
                        "closed the connection in the middle"),
                fault(
                        "RST in the stream",
                        socket -> {
                            send(socket, Http.HEAD + Http.chunk(": hello\n"));
                            reset(socket);
                        },
                        "reset"),
                fault("closed before the answer", Socket::close, "closed the connection before it answered"),
                fault("RST before the answer", FaultsIT::reset, "before it answered"),
                fault(
                        "silence past the idle time-out",
                        socket -> send(socket, Http.HEAD + Http.chunk(": hello\n")),
                        "Nothing arrived for"),
                fault("no byte after connecting", socket -> {}, "a proxy may be holding"),
                fault("no byte after the head", socket -> send(socket, Http.HEAD), "a proxy may be holding"),
                fault(
                        "no HTTP",
                        socket -> {
                            send(socket, "SSH-2.0-OpenSSH_9.2\r\n");
                            socket.close();
                        },
                        "127.0.0.1"),
                fault("a damaged chunk", socket -> send(socket, Http.HEAD + "zz\r\n"), "not valid HTTP"),
                fault("408", socket -> answer(socket, "408 Request Timeout"), "408 Request Timeout"),
                fault("429", socket -> answer(socket, "429 Too Many Requests"), "429 Too Many Requests"),
                fault("502", socket -> answer(socket, "502 Bad Gateway"), "502 Bad Gateway"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultIsReportedOnceWithItsReasonAndFollowedByOneReconnect(String name, Act act, String reason)
            throws Exception {
        try (FaultyServer server = FaultyServer.start(act);
                HeadlessUnderTest host = follow(server.url())) {
            List<ConnectionChanged> path = awaitOpenAfterWaiting();

            assertThat(path)
                    .filteredOn(change -> change.state() == ConnectionState.WAITING)
                    .as(name)
                    .singleElement()
                    .satisfies(waiting -> {
                        assertThat(waiting.reason()).contains(reason);
                        assertThat(waiting.nextAttempt()).isPresent();
                    });
            assertThat(server.mostOpenAtOnce()).as("reconnects in flight").isEqualTo(1);
            assertThat(host.sources().controls())
                    .singleElement()
                    .satisfies(source -> assertThat(source.state().readyState()).isEqualTo(1));
        }
    }

    @Test
    void faultsInARowAreEachFollowedByALaterReconnect() throws Exception {
        try (FaultyServer server = FaultyServer.start(
                        Socket::close,
                        FaultsIT::reset,
                        socket -> answer(socket, "503 Service Unavailable"),
                        socket -> send(socket, Http.HEAD + "0\r\n\r\n"));
                HeadlessUnderTest host = follow(server.url())) {
            List<ConnectionChanged> path = new ArrayList<>();
            while (path.stream()
                            .filter(change -> change.state() == ConnectionState.WAITING)
                            .count()
                    < 4) {
                path.add(next());
            }
            assertThat(path)
                    .filteredOn(change -> change.state() == ConnectionState.WAITING)
                    .extracting(ConnectionChanged::attempt)
                    .containsExactly(2, 3, 4, 5);
            assertThat(server.mostOpenAtOnce()).as("reconnects in flight").isEqualTo(1);
            assertThat(host.sources().controls()).hasSize(1);
        }
    }

    @Test
    void anUnknownNameIsReportedAndTriedAgain() throws Exception {
        try (HeadlessUnderTest host = follow("http://no-such-host.invalid/orders")) {
            ConnectionChanged waiting = awaitWaiting();

            assertThat(waiting.reason()).contains("no-such-host.invalid");
            assertThat(waiting.nextAttempt()).isPresent();
            assertThat(host.sources().controls()).hasSize(1);
        }
    }

    @Test
    void aRefusedConnectionIsReportedAndTriedAgain() throws Exception {
        String url;
        try (FaultyServer server = FaultyServer.start()) {
            url = server.url();
        }
        try (HeadlessUnderTest host = follow(url)) {
            assertThat(awaitWaiting().reason()).startsWith("Connection refused by ");
            assertThat(host.sources().controls()).hasSize(1);
        }
    }

    private HeadlessUnderTest follow(String url) throws InterruptedException {
        HeadlessUnderTest host = HeadlessUnderTest.open(
                ConsoleUnderTest.layout().resolve("plugins"),
                Map.of("sse.url", url, "sse.retry", "20ms", "sse.idle-timeout", "400ms"));
        host.bus().subscribe(ConnectionChanged.class, Delivery.BACKGROUND, Replay.NONE, said::addAll);
        host.sources().begin();
        return host;
    }

    private List<ConnectionChanged> awaitOpenAfterWaiting() throws InterruptedException {
        List<ConnectionChanged> path = new ArrayList<>();
        boolean waited = false;
        while (true) {
            ConnectionChanged change = next();
            path.add(change);
            waited |= change.state() == ConnectionState.WAITING;
            if (waited && change.state() == ConnectionState.OPEN) {
                return path;
            }
        }
    }

    private ConnectionChanged awaitWaiting() throws InterruptedException {
        ConnectionChanged change = next();
        while (change.state() != ConnectionState.WAITING) {
            change = next();
        }
        return change;
    }

    private ConnectionChanged next() throws InterruptedException {
        ConnectionChanged change = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (change == null) {
            throw new AssertionError("nothing was said of the connection any more");
        }
        return change;
    }

    private static void answer(Socket socket, String status) throws IOException {
        send(socket, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static Arguments fault(String name, Act act, String reason) {
        return Arguments.of(name, act, reason);
    }
}
