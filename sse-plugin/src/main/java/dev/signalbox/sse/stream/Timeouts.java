package dev.signalbox.sse.stream;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect for a connection, TLS included; zero for ever
 * @param idle for the next byte, of the answer or of the stream; zero for ever
 */
public record Timeouts(Duration connect, Duration idle) {

    static String words(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 60_000 == 0) {
            return millis / 60_000 + " min";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
