package dev.signalbox.sse.bench;

import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.SseConnection;
import dev.signalbox.sse.stream.StreamLimits;
import dev.signalbox.sse.stream.StreamRequest;
import dev.signalbox.sse.stream.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The console's own way to a server. */
final class LoopbackConnection {
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));

    private LoopbackConnection() {}

    /** Does something with an open connection. */
    interface Use {
        void with(SseConnection connection) throws Exception;
    }

    static void open(URI address, Use use) throws Exception {
        try (HttpConnector connector = new HttpConnector(TIMEOUTS, StreamLimits.DEFAULT);
                SseConnection connection = connector.stream(new StreamRequest(address, List.of()), "")) {
            if (!connection.open()) {
                throw new IllegalStateException("The bench server sent nothing.");
            }
            use.with(connection);
        }
    }
}
