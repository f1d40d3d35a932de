package dev.signalbox.host.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Tells how the orders stand, beside a server that only tells what happens. */
final class SnapshotServer implements AutoCloseable {
    private final HttpServer server;
    private volatile String orders;

    private SnapshotServer(HttpServer server, String orders) {
        this.server = server;
        this.orders = orders;
    }

    static SnapshotServer start(String orders) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        SnapshotServer snapshot = new SnapshotServer(http, orders);
        http.createContext("/", exchange -> {
            byte[] body = snapshot.orders.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        return snapshot;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
    }

    /** How they stand from now on. */
    void tells(String now) {
        orders = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
