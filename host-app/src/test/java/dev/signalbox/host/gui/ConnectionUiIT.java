package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.WorkRemoved;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The life of the connection as the operator sees and steers it. */
class ConnectionUiIT extends ConsoleUiTest {

    @Test
    void aRefusedConnectionHealsByItself() throws Exception {
        int port = freePort();
        ConsolePage page = open(
                "--sse.url=http://127.0.0.1:" + port + "/orders/stream",
                "--sse.snapshot=http://127.0.0.1:" + port + "/orders",
                "--console.reconnect-delay=200ms",
                "--console.reconnect-delay-most=1s");
        page.awaitConnection("Reconnecting");
        eventually(() -> assertThat(page.connectionDetail()).contains("next attempt in", "refused"));
        try (LiveServer server = LiveServer.start(port, LiveServer.moving(3))) {
            page.awaitConnection("Open");
            eventually(() -> assertThat(page.orderIds()).containsExactly("ORD-1", "ORD-2", "ORD-3"));
            server.moves("ORD-2", "step 1");
            eventually(() -> assertThat(page.row("ORD-2")).contains("step 1"));
        }
    }

    @Test
    void nothingIsLostWhenAStreamBreaks() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(3))) {
            ConsolePage page = open(with(server, "--console.reconnect-delay=200ms"));
            eventually(() -> assertThat(page.rows()).hasSize(3));
            page.awaitConnection("Open");
            server.dropConnections();
            server.fails("ORD-1", "while nobody listened");
            eventually(() -> assertThat(page.row("ORD-1")).contains("FAILED", "while nobody listened"));
            assertThat(page.shownStates()).containsSubsequence("Open", "Reconnecting", "Open");
            // The list of failures is told by the log, beside the table.
            eventually(() -> assertThat(page.badge("failure.badge")).isEqualTo("1 failed"));
        }
    }

    @Test
    void pauseKeepsTheRowsAndConnectGoesOn() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(3))) {
            ConsolePage page = open(server.settings());
            eventually(() -> assertThat(page.rows()).hasSize(3));
            page.press("connection.pause");
            page.awaitConnection("Paused");
            assertThat(server.awaitClients(0, Duration.ofSeconds(5))).isTrue();
            assertThat(page.rows()).hasSize(3);
            assertThat(page.enabled("connection.pause")).isFalse();
            server.moves("ORD-3", "while paused");

            page.press("connection.connect");
            page.awaitConnection("Open");
            eventually(() -> assertThat(page.row("ORD-3")).contains("while paused"));
        }
    }

    @Test
    void reconnectNowMakesAnotherConnection() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(1))) {
            ConsolePage page = open(server.settings());
            page.awaitConnection("Open");
            // The indicator rightly never shows a state that is over before its frame.
            List<ConnectionState> states = new CopyOnWriteArrayList<>();
            page.console()
                    .bus()
                    .subscribe(
                            ConnectionChanged.class,
                            Delivery.BACKGROUND,
                            Replay.NONE,
                            changes -> changes.forEach(change -> states.add(change.state())));
            page.press("connection.reconnect");
            eventually(() -> assertThat(states).containsSubsequence(ConnectionState.CONNECTING, ConnectionState.OPEN));
            page.awaitConnection("Open");
            assertThat(server.awaitClients(1, Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void connectAfterAllIsSettledStartsANewWatch() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(2))) {
            ConsolePage page = open(server.settings());
            eventually(() -> assertThat(page.rows()).hasSize(2));
            server.ships("ORD-1");
            server.ships("ORD-2");
            page.awaitConnection("Closed");
            assertThat(server.awaitClients(0, Duration.ofSeconds(5))).isTrue();
            assertThat(page.windowShown("failure.window")).isFalse();

            List<ConsoleEvent> told = new CopyOnWriteArrayList<>();
            page.console().bus().subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, told::addAll);
            page.press("connection.connect");
            eventually(() -> assertThat(told)
                    .filteredOn(ConnectionChanged.class::isInstance)
                    .extracting(event -> ((ConnectionChanged) event).state())
                    .containsExactly(ConnectionState.CONNECTING, ConnectionState.OPEN, ConnectionState.CLOSED));
            page.quiesce();
            assertThat(told).filteredOn(WorkRemoved.class::isInstance).hasSize(2);
            assertThat(page.rows()).hasSize(2);
        }
    }

    @Test
    void closingTheWindowClosesTheStreamWithinASecondAndLeavesNothingBehind() throws Exception {
        Set<Thread> before = consoleThreads();
        try (LiveServer server = LiveServer.start(LiveServer.moving(3))) {
            ConsolePage page = open(server.settings());
            page.awaitConnection("Open");
            assertThat(server.awaitClients(1, Duration.ofSeconds(5))).isTrue();

            page.clickClose();
            assertThat(server.awaitClients(0, Duration.ofSeconds(1)))
                    .as("the server sees it within a second")
                    .isTrue();
            assertThat(page.exitCode()).isZero();
            eventually(() -> assertThat(consoleThreads()).isSubsetOf(before));
        }
    }

    @Test
    void aConsoleOnItsDemoLeavesNothingBehindEither() throws Exception {
        ConsolePage page = open("--demo=endless");
        page.awaitConnection("Open");
        page.clickClose();
        assertThat(page.exitCode()).isZero();
        eventually(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("signalbox-")));
    }

    /** Threads of the console and its plug-ins; those of the screen and of the test's own server live on. */
    private static Set<Thread> consoleThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName()
                        .matches("(signalbox-(?!demo)|source-|plugin-|sse-|cancel-|idle-connection|httpclient).*"))
                .collect(Collectors.toSet());
    }

    private static String[] with(LiveServer server, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(server.settings()), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
