package dev.signalbox.host.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.demo.DemoOptions;
import dev.signalbox.host.demo.DemoServer;
import dev.signalbox.host.demo.DemoStory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** nginx between the program and a server of orders. */
@Needs(Program.NGINX)
class NginxProxyIT {
    /** None while a test runs: only what the test sends is on its way. */
    private static final Duration HEARTBEAT = Duration.ofHours(1);

    /** As if the server had not asked, with X-Accel-Buffering: no, for what it sends not to be held back. */
    private static final String UNASKED = "proxy_ignore_headers X-Accel-Buffering; ";

    private static final String HTTP_1_1 = "proxy_http_version 1.1; ";
    private static final String GZIP = "gzip on; gzip_types text/event-stream; gzip_min_length 0; ";

    @RegisterExtension
    private final Servers servers = new Servers();

    @Test
    void aProxyThatBuffersIsNamedWhenNoAnswerComes() throws Exception {
        buffered("");
    }

    @Test
    void aProxyThatBuffersToCompressIsNamedWhenNoAnswerComes() throws Exception {
        buffered(HTTP_1_1 + GZIP);
    }

    @Test
    void aServerThatForbidsBufferingIsLiveThroughAProxyThatBuffers() throws Exception {
        live("");
    }

    @Test
    void withoutBufferingEachEventArrivesAtOnce() throws Exception {
        live(UNASKED + "proxy_buffering off;");
    }

    @Test
    void withBufferingButChunksFromTheServerEachEventArrivesAtOnceToo() throws Exception {
        live(UNASKED + HTTP_1_1);
    }

    @Test
    void whatTheProxyCompressesArrivesAtOnceToo() throws Exception {
        DemoServer origin = origin(0);
        RealServer proxy = servers.start(
                proxy(origin.url(), "proxy_buffering off; gzip on; gzip_types text/event-stream; gzip_min_length 0;"));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/orders/stream"));

        eachEventArrivesBeforeTheNextIsSent(origin, tail);
        tail.close();
        origin.publish("ORD-6", "PROCESSING", "IN_PROGRESS", "lets the proxy see that nobody reads");
        Nginx.awaitRequest(proxy, "/orders/stream 200 after -, encoded gzip");
    }

    @Test
    void aStreamCutByTheReadTimeoutInMidChunkIsReportedAndResumedWithoutLoss() throws Exception {
        DemoServer origin = origin(0);
        RealServer proxy = servers.start(proxy(origin.url(), "proxy_buffering off; proxy_read_timeout 1s;"));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/orders/stream"));
        tail.awaitOpened(1);
        origin.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "before the cut");

        tail.awaitConnection("WAITING", "in the middle of the stream");
        origin.publish("ORD-2", "PROCESSING", "IN_PROGRESS", "while away or after");
        tail.awaitOpened(2);
        origin.publish("ORD-3", "PROCESSING", "IN_PROGRESS", "after the cut");

        tail.awaitOrders("ORD-3");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2", "ORD-3");
    }

    @Test
    void aBadGatewayIsAskedAgainUntilTheServerBehindItIsBack() throws Exception {
        int port = LoopbackPort.free();
        RealServer proxy = servers.start(proxy(URI.create("http://127.0.0.1:" + port + "/"), ""));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/orders/stream"));

        tail.awaitConnection("WAITING", "502");
        DemoServer origin = origin(port);

        eachEventArrivesBeforeTheNextIsSent(origin, tail);
    }

    @Test
    void aGatewayTimeoutIsAskedAgain() throws Exception {
        SilentServer silent = servers.own(SilentServer.start());
        RealServer proxy = servers.start(proxy(silent.url(), "proxy_read_timeout 1s;"));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/orders/stream"));

        tail.awaitConnection("WAITING", "504");
        silent.awaitConnections(2);
    }

    @Test
    void aProxyThatIsKilledLosesNothingWhenItIsBack() throws Exception {
        DemoServer origin = origin(0);
        RealServer proxy = servers.start(proxy(origin.url(), "proxy_buffering off;"));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/orders/stream"));
        tail.awaitOpened(1);
        origin.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "before");
        tail.awaitOrders("ORD-1");

        proxy.kill();
        tail.awaitConnection("WAITING", "");
        origin.publish("ORD-2", "PROCESSING", "IN_PROGRESS", "while away");
        proxy.startAgain();
        tail.awaitOpened(2);
        origin.publish("ORD-3", "PROCESSING", "IN_PROGRESS", "after");

        tail.awaitOrders("ORD-3");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2", "ORD-3");
    }

    private DemoServer origin(int port) throws IOException {
        DemoServer origin = new DemoServer(
                DemoStory.of(List.of(), List.of()),
                DemoOptions.USUAL.withHeartbeat(HEARTBEAT).withPort(port));
        origin.start();
        return servers.own(origin);
    }

    private static Nginx proxy(URI origin, String settings) {
        return Nginx.plain("location / { proxy_pass " + origin + "; " + settings + " }");
    }

    private void live(String settings) throws Exception {
        DemoServer origin = origin(0);
        RealServer proxy = servers.start(proxy(origin.url(), settings));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/orders/stream"));

        eachEventArrivesBeforeTheNextIsSent(origin, tail);
    }

    private void buffered(String settings) throws Exception {
        DemoServer origin = origin(0);
        RealServer proxy = servers.start(proxy(origin.url(), UNASKED + settings));
        TailProcess tail = servers.tail("--sse.url=" + proxy.url("/orders/stream"), "--sse.idle-timeout=1s");
        assertThat(origin.awaitClients(1, Duration.ofSeconds(20))).isTrue();
        origin.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "held back");

        tail.awaitConnection("WAITING", "proxy");
        assertThat(tail.orders()).isEmpty();
        assertThat(tail.count("connection", "state", "OPEN")).isZero();
    }

    private static void eachEventArrivesBeforeTheNextIsSent(DemoServer origin, TailProcess tail) throws IOException {
        tail.awaitOpened(1);
        for (int n = 1; n <= 5; n++) {
            origin.publish("ORD-" + n, "PROCESSING", "IN_PROGRESS", "step " + n);
            tail.awaitOrders("ORD-" + n);
        }
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2", "ORD-3", "ORD-4", "ORD-5");
    }
}
