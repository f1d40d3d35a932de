package dev.signalbox.sse.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A resolver that blocks as the system's does, and one that knows several addresses. */
@Timeout(30)
class NameLookupTest {
    private static final InetAddress LOOPBACK = address(127, 0, 0, 1);
    private static final InetAddress LOOPBACK_6 = address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private final CountDownLatch network = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final NameLookup blocking = new NameLookup(host -> {
        asked.countDown();
        try {
            network.await();
        } catch (InterruptedException nobodyDoes) {
            throw new AssertionError(nobodyDoes);
        }
        throw new UnknownHostException(host);
    });

    @AfterEach
    void leavesNoThread() {
        network.countDown();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("sse-")));
    }

    @Test
    void closingLeavesABlockedLookUpBehind() throws Exception {
        try (HttpConnector connector = connector(blocking, Duration.ofMinutes(1))) {
            SseConnection connection = stream(connector);
            CompletableFuture<Throwable> ended = inBackground(connection);
            asked.await();
            connection.close();
            assertThat(ended.get(1, TimeUnit.SECONDS)).isInstanceOf(StreamLost.class);
            await().untilAsserted(() -> assertThat(connector.connections()).isZero());
        }
    }

    @Test
    void closingTheConnectorLeavesABlockedLookUpBehind() throws Exception {
        HttpConnector connector = connector(blocking, Duration.ofMinutes(1));
        CompletableFuture<Throwable> ended = inBackground(stream(connector));
        asked.await();
        connector.close();
        assertThat(ended.get(1, TimeUnit.SECONDS)).isInstanceOf(StreamLost.class);
    }

    @Test
    void aLookUpHasNoMoreTimeThanConnecting() {
        try (HttpConnector connector = connector(blocking, Duration.ofMillis(200))) {
            assertThat(lost(connector))
                    .hasMessage("Looking up the host name orders.test took too long: is the network up?");
        }
    }

    @Test
    void lookUpsLeftBehindDoNotPileUp() {
        try (HttpConnector connector = connector(blocking, Duration.ofMillis(1))) {
            for (int i = 0; i < NameLookup.MOST_AT_ONCE; i++) {
                assertThat(lost(connector)).hasMessageContaining("took too long");
            }
            assertThat(lost(connector))
                    .hasMessage("The host name orders.test cannot be looked up: 16 earlier look-ups still wait for the"
                            + " system. Is the network up?");
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .filteredOn("sse-name-lookup"::equals)
                    .hasSize(NameLookup.MOST_AT_ONCE);
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        NameLookup knowing = new NameLookup(host -> {
            throw new UnknownHostException(host);
        });
        try (HttpConnector connector = connector(knowing, Duration.ofSeconds(5))) {
            assertThat(lost(connector)).hasMessageStartingWith("The host name of orders.test:");
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneRefuses() throws Exception {
        try (FakeServer server = FakeServer.start();
                HttpConnector connector = connector(
                        new NameLookup(host -> new InetAddress[] {LOOPBACK_6, LOOPBACK}), Duration.ofSeconds(5))) {
            server.streams("/s");
            try (SseConnection connection = stream(connector, server.port())) {
                assertThat(connection.open()).isTrue();
            }
        }
    }

    @Test
    void anAddressThatIsSilentDoesNotUseUpTheTimeOfTheNext() throws Exception {
        assumeThat(isHere(LOOPBACK_6))
                .as("this machine has no [::1] to be silent on")
                .isTrue();
        List<Socket> fillers = new ArrayList<>();
        try (FakeServer server = FakeServer.start();
                ServerSocket silent = new ServerSocket(server.port(), 1, LOOPBACK_6);
                HttpConnector connector = connector(
                        new NameLookup(host -> new InetAddress[] {LOOPBACK_6, LOOPBACK}), Duration.ofSeconds(2))) {
            ClosingTest.fill(silent, fillers);
            server.streams("/s");
            try (SseConnection connection = stream(connector, server.port())) {
                assertThat(connection.open()).isTrue();
            }
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    private static HttpConnector connector(NameLookup names, Duration connect) {
        return new HttpConnector(
                new Timeouts(connect, Duration.ofSeconds(20)),
                StreamLimits.DEFAULT,
                Access.USUAL,
                names,
                new SystemProxies(null, false, Map.of()));
    }

    private static SseConnection stream(HttpConnector connector) {
        return stream(connector, 80);
    }

    private static SseConnection stream(HttpConnector connector, int port) {
        return connector.stream(new StreamRequest(URI.create("http://orders.test:" + port + "/s"), List.of()), "");
    }

    private static StreamLost lost(HttpConnector connector) {
        return catchThrowableOfType(StreamLost.class, stream(connector)::open);
    }

    private static CompletableFuture<Throwable> inBackground(SseConnection connection) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        FakeServer.daemon("test-background", () -> {
            try {
                connection.open();
                thrown.complete(new IOException("nothing was thrown"));
            } catch (Throwable expected) {
                thrown.complete(expected);
            }
        });
        return thrown;
    }

    private static boolean isHere(InetAddress address) {
        try (ServerSocket any = new ServerSocket(0, 1, address)) {
            return any.isBound();
        } catch (IOException absent) {
            return false;
        }
    }

    private static InetAddress address(int... numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
