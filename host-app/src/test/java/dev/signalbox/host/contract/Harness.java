package dev.signalbox.host.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The other side of the contract: a server of event streams that obeys a test, and the address callbacks go to. */
final class Harness implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "harness");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final BlockingQueue<Said> callbacks = new LinkedBlockingQueue<>();

    /** What the service said, and under which number. */
    record Said(int number, String json) {}

    /** A client of the stream, which is sent what the test says. */
    static final class Connection {
        private final HttpExchange exchange;
        private final byte[] body;
        private final BlockingQueue<byte[]> toSend = new LinkedBlockingQueue<>();
        private static final byte[] BREAK = {};
        private static final byte[] END = {};

        private Connection(HttpExchange exchange, byte[] body) {
            this.exchange = exchange;
            this.body = body;
        }

        String method() {
            return exchange.getRequestMethod();
        }

        String header(String name) {
            String value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "(absent)" : value;
        }

        String body() {
            return new String(body, UTF_8);
        }

        Connection send(String text) {
            toSend.add(text.getBytes(UTF_8));
            return this;
        }

        /** Closes the connection in the middle of the answer. */
        void breakOff() {
            toSend.add(BREAK);
        }

        /** Ends the answer properly. */
        void end() {
            toSend.add(END);
        }

        private void play() throws IOException, InterruptedException {
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    byte[] next = toSend.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    if (next == BREAK) {
                        exchange.close();
                        return;
                    }
                    if (next == null || next == END) {
                        return;
                    }
                    out.write(next);
                    out.flush();
                }
            }
        }
    }

    private Harness(HttpServer server) {
        this.server = server;
    }

    static Harness start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Harness harness = new Harness(server);
        server.setExecutor(harness.threads);
        server.createContext("/stream", harness::stream);
        server.createContext("/callback/", harness::callback);
        server.createContext("/status/", harness::status);
        server.start();
        return harness;
    }

    String streamUrl() {
        return base() + "/stream";
    }

    String callbackUrl() {
        return base() + "/callback";
    }

    /** An address that answers with this status and no header of its own. */
    String statusUrl(int status) {
        return base() + "/status/" + status;
    }

    Connection awaitConnection() throws InterruptedException {
        Connection connection = connections.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (connection == null) {
            throw new AssertionError("no connection came");
        }
        return connection;
    }

    Said awaitCallback() throws InterruptedException {
        Said callback = callbacks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (callback == null) {
            throw new AssertionError("no callback came");
        }
        return callback;
    }

    boolean nothingMoreWasSaid() {
        return callbacks.isEmpty() && connections.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void stream(HttpExchange exchange) throws IOException {
        Connection connection =
                new Connection(exchange, exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        connections.add(connection);
        try {
            connection.play();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void callback(HttpExchange exchange) throws IOException {
        try (exchange) {
            String json = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String number = exchange.getRequestURI().getPath().substring("/callback/".length());
            callbacks.add(new Said(Integer.parseInt(number), json));
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private void status(HttpExchange exchange) throws IOException {
        try (exchange) {
            connections.add(new Connection(exchange, exchange.getRequestBody().readAllBytes()));
            String status = exchange.getRequestURI().getPath().substring("/status/".length());
            exchange.sendResponseHeaders(Integer.parseInt(status), -1);
        }
    }
}
