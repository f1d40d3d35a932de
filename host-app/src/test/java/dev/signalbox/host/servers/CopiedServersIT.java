package dev.signalbox.host.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What servers of the Java world put on the wire, copied byte for byte; they need nothing installed. */
class CopiedServersIT {
    @RegisterExtension
    private final Servers servers = new Servers();

    @Test
    void jettyEndsLinesWithCrLfAndItsHeartbeatIsAnEmptyLine() throws Exception {
        CopyServer jetty = servers.own(CopyServer.start(
                "HTTP/1.1 200 OK",
                "Date: Sun, 22 Nov 2026 12:00:00 GMT",
                "Content-Type: text/event-stream;charset=utf-8",
                "Connection: close",
                "Server: Jetty(12.0.15)"));
        TailProcess tail = servers.tail(
                "--sse.url=" + jetty.url(), "--console.stale-after=1s", "--console.reconnect-stale-after=2s");
        CopyServer.Asked first = jetty.awaitAsked();
        first.send("event: order\r\ndata: " + Orders.moving("ORD-1") + "\r\n\r\n");
        tail.awaitOrders("ORD-1");
        for (int heartbeat = 1; heartbeat <= 2; heartbeat++) {
            tail.awaitStale(heartbeat);
            first.send("\r\n");
            tail.awaitOpened(heartbeat + 1);
        }
        first.send("data: " + Orders.moving("ORD-2") + "\r\n\r\n");
        tail.awaitOrders("ORD-2");

        // silent from here on: only who took the empty lines for heartbeats gives it up
        tail.awaitConnection("WAITING", "not even a heartbeat");
        jetty.awaitAsked().send("data: " + Orders.moving("ORD-3") + "\r\n\r\n");

        tail.awaitOrders("ORD-3");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2", "ORD-3");
        tail.awaitNotice("may be missing");
    }

    @Test
    void springPutsNoSpaceAfterTheColonAndAnyFieldFirst() throws Exception {
        CopyServer spring = servers.own(CopyServer.start(
                "HTTP/1.1 200 ",
                "Content-Type: text/event-stream",
                "Transfer-Encoding: chunked",
                "Connection: keep-alive"));
        TailProcess tail = servers.tail("--sse.url=" + spring.url());
        CopyServer.Asked first = spring.awaitAsked();
        first.send(chunk(":connected\n\n"));
        first.send(chunk("id:1\nevent:order\nretry:100\ndata:") + chunk(Orders.moving("ORD-1")) + chunk("\n\n"));
        first.send(chunk("data:" + Orders.moving("ORD-2") + "\nid:2\nevent:order\n\n"));
        tail.awaitOrders("ORD-1", "ORD-2");
        // an emitter that times out ends the answer properly
        first.send("0\r\n\r\n");
        CopyServer.Asked second = spring.awaitAsked();

        assertThat(second.lastEventId()).isEqualTo("2");
        second.send(chunk("id:3\ndata:" + Orders.moving("ORD-3") + "\n\n"));
        tail.awaitOrders("ORD-3");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2", "ORD-3");
    }

    @Test
    void javalinClosesTheConnectionWithTheStreamSoACutLooksLikeAnEndAndIsResumedAllTheSame() throws Exception {
        CopyServer javalin = servers.own(CopyServer.start(
                "HTTP/1.1 200 OK",
                "Content-Type: text/event-stream;charset=utf-8",
                "Connection: close",
                "Cache-Control: no-cache",
                "X-Accel-Buffering: no"));
        TailProcess tail = servers.tail("--sse.url=" + javalin.url());
        CopyServer.Asked first = javalin.awaitAsked();
        first.send("id: 41\nevent: order\ndata: " + Orders.moving("ORD-1") + "\n\n: keepalive\n\n");
        tail.awaitOrders("ORD-1");
        first.send("id: 42\nevent: order\ndata: {\"orderUpdates\":{\"ORD-2\"");
        first.end();
        CopyServer.Asked second = javalin.awaitAsked();

        // the unfinished event never happened, and neither did its id
        assertThat(second.lastEventId()).isEqualTo("41");
        second.send("id: 42\nevent: order\ndata: " + Orders.moving("ORD-2") + "\n\n");
        tail.awaitOrders("ORD-2");
        assertThat(tail.orders()).containsExactly("ORD-1", "ORD-2");
        tail.awaitConnection("WAITING", "closed the connection");
    }

    @Test
    void aStreamBehindAByteOrderMarkAndLonelyCarriageReturnsIsRead() throws Exception {
        CopyServer old = servers.own(CopyServer.start("HTTP/1.0 200 OK", "Content-Type: Text/Event-Stream"));
        TailProcess tail = servers.tail("--sse.url=" + old.url());
        CopyServer.Asked asked = old.awaitAsked();

        asked.send("\uFEFFdata: " + Orders.moving("ORD-1") + "\r\r");
        tail.awaitOrders("ORD-1");
        asked.send("data: " + Orders.moving("ORD-2") + "\r\r");
        tail.awaitOrders("ORD-2");
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
