package dev.signalbox.host.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers every request; one thread each. */
final class DemoHandler implements HttpHandler {
    static final String SNAPSHOT = "/orders";
    static final String STREAM = "/orders/stream";

    private final OrderFeed feed;
    private final StreamSeats seats;
    private final Duration heartbeat;
    private final Supplier<String> page;

    DemoHandler(OrderFeed feed, StreamSeats seats, Duration heartbeat, Supplier<String> page) {
        this.feed = feed;
        this.seats = seats;
        this.heartbeat = heartbeat;
        this.page = page;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/", SNAPSHOT, STREAM -> serve(exchange, path);
                default -> refuse(exchange, 404, "Nothing is served at this path. See / for what is.");
            }
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            refuse(exchange, 405, "This server only tells: ask with GET.");
            return;
        }
        switch (path) {
            case SNAPSHOT -> answer(exchange, 200, "application/json", OrderJson.array(feed.orders()));
            case STREAM -> stream(exchange);
            default -> answer(exchange, 200, "text/plain; charset=utf-8", page.get());
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (!seats.take()) {
            exchange.getResponseHeaders().set("Retry-After", "5");
            refuse(exchange, 503, "All " + seats.seats() + " streams are taken. Try again in 5 seconds.");
            return;
        }
        try (exchange) {
            OrderFeed.Cursor cursor = feed.open(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            new StreamExchange(exchange, cursor, heartbeat).serve();
        } finally {
            seats.leave();
        }
    }

    private static void refuse(HttpExchange exchange, int status, String sentence) throws IOException {
        answer(exchange, status, "text/plain; charset=utf-8", sentence + "\n");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
