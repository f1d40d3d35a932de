package dev.signalbox.host.gui;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server nobody has a reason to call, and one that refuses with a page of HTML. */
final class TrapServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private TrapServer(HttpServer server) {
        this.server = server;
    }

    static TrapServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TrapServer trap = new TrapServer(http);
        http.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (!path.startsWith("/refuses")) {
                trap.calls.add(path);
            }
            byte[] body = trap.markup("body").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        return trap;
    }

    /** A text that makes Swing call this server, wherever it is rendered as HTML. */
    String markup(String where) {
        return "<html><img src=http://127.0.0.1:" + server.getAddress().getPort() + "/" + where + ">";
    }

    String refusingUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/refuses";
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
