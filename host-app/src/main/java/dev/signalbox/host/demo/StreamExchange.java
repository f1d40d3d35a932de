package dev.signalbox.host.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One open stream, from its headers to its end. For the thread that serves it. */
final class StreamExchange {
    private static final String RETRY = "retry: 1000\n\n";
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final HttpExchange exchange;
    private final OrderFeed.Cursor cursor;
    private final long heartbeatNanos;

    StreamExchange(HttpExchange exchange, OrderFeed.Cursor cursor, Duration heartbeat) {
        this.exchange = exchange;
        this.cursor = cursor;
        this.heartbeatNanos = heartbeat.toNanos();
    }

    void serve() throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/event-stream");
        headers.set("Cache-Control", "no-cache");
        headers.set("X-Accel-Buffering", "no");
        exchange.sendResponseHeaders(200, 0);
        send(RETRY + HEARTBEAT);
        long beat = System.nanoTime() + heartbeatNanos;
        while (true) {
            Reading reading = next(Duration.ofNanos(Math.max(0, beat - System.nanoTime())));
            if (reading instanceof Reading.Over) {
                return;
            } else if (reading instanceof Reading.Broken broken) {
                send(broken.piece());
                sever();
                return;
            } else if (reading instanceof Reading.Events events) {
                for (byte[] event : events.events()) {
                    exchange.getResponseBody().write(event);
                }
                exchange.getResponseBody().flush();
            }
            if (System.nanoTime() - beat >= 0) {
                send(HEARTBEAT);
                beat = System.nanoTime() + heartbeatNanos;
            }
        }
    }

    private Reading next(Duration patience) {
        try {
            return cursor.next(patience);
        } catch (InterruptedException e) {
            return new Reading.Over();
        }
    }

    private void send(String text) throws IOException {
        OutputStream body = exchange.getResponseBody();
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    /**
     * Closes the socket without the closing chunk. HttpServer has no call for that, it ends every response properly; but it
     * writes to an interruptible channel, which the interrupt of a writing thread closes.
     */
    private void sever() throws IOException {
        Thread.currentThread().interrupt();
        try {
            send(HEARTBEAT);
        } catch (ClosedByInterruptException e) {
            // As wanted.
        } finally {
            Thread.interrupted();
        }
    }
}
