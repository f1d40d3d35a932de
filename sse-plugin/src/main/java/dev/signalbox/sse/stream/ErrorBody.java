package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The beginning of a refusing answer's body, for the operator to read. */
final class ErrorBody {
    private static final int MAX_BYTES = 2 * 1024;
    private static final long MAX_WAIT_SECONDS = 2;

    private ErrorBody() {}

    /** Reads what comes within the bounds and cuts the exchange. A server that refuses and then dawdles must not hold us. */
    static String read(HttpExchange exchange, InputStream body) {
        CountDownLatch done = new CountDownLatch(1);
        Thread limit = new Thread(() -> cutAfterAWhile(exchange, done), "sse-error-body-limit");
        limit.setDaemon(true);
        limit.start();
        byte[] bytes = new byte[MAX_BYTES];
        int length = 0;
        try {
            int count;
            while (length < MAX_BYTES && (count = body.read(bytes, length, MAX_BYTES - length)) >= 0) {
                length += count;
            }
        } catch (IOException broken) {
            // what has come so far is all there is to show
        } finally {
            done.countDown();
            exchange.close();
        }
        String text = new String(bytes, 0, length, UTF_8);
        // the bound may cut a character in two
        return ShownText.ofProse(length == MAX_BYTES ? text.replaceFirst("\uFFFD+$", "") : text);
    }

    private static void cutAfterAWhile(HttpExchange exchange, CountDownLatch done) {
        try {
            if (!done.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                exchange.close();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }
}
