package dev.signalbox.sse;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.stream.Download;
import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.SseConnection;
import dev.signalbox.sse.stream.StreamLost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Opens a stream once, listens for a moment, reads the snapshot, and says in words what answered. */
final class StreamTrial {
    private final HttpConnector connector;
    private final SseSettings settings;
    private final Duration listening;
    private final RequestHeaders headers;

    StreamTrial(HttpConnector connector, SseSettings settings, Duration listening) {
        this.connector = connector;
        this.settings = settings;
        this.listening = listening;
        this.headers = new RequestHeaders(settings.headerLines(), settings.token());
    }

    String run(URI url) throws Exception {
        String stream;
        try (SseConnection connection = connector.stream(
                headers.to(url)
                        .with(settings.asking().method(), settings.asking().body()),
                settings.asking().lastEventId())) {
            stream = connection.open() ? listen(connection) : "The server answered 204: it has nothing to send.";
        }
        return settings.snapshot().isPresent()
                ? stream + " " + snapshot(settings.snapshot().get())
                : stream;
    }

    private String listen(SseConnection connection) {
        EventStreamParser parser = new EventStreamParser(settings.maxEventBytes(), "");
        long deadline = System.nanoTime() + listening.toNanos();
        boolean heartbeat = false;
        try {
            while (System.nanoTime() < deadline && connection.readInto(parser)) {
                for (EventStreamParser.Item item = parser.next();
                        item != EventStreamParser.Item.NEED_BYTES;
                        item = parser.next()) {
                    if (item == EventStreamParser.Item.MESSAGE) {
                        return "The stream is open and sends events.";
                    }
                    heartbeat |= item == EventStreamParser.Item.COMMENT;
                }
            }
        } catch (StreamLost silent) {
            return "The stream is open; nothing arrived within " + listening.toSeconds() + " s.";
        }
        return heartbeat
                ? "The stream is open and sends heartbeats; no event arrived within " + listening.toSeconds() + " s."
                : "The stream is open; no event arrived within " + listening.toSeconds() + " s.";
    }

    private String snapshot(URI address) throws Exception {
        List<OrderEvent> orders = new ArrayList<>();
        try (Download download = connector.download(
                headers.to(address),
                settings.snapshotLimits().documentBytes(),
                settings.snapshotLimits().silence())) {
            new OrderDecoder("trial", settings.settledRule(), settings.decoderLimits())
                    .decodeSnapshot(download.fetch(), Instant.now(), orders);
        } catch (UnreadableOrdersException unreadable) {
            throw new FatalSourceException(
                    "The stream opens, but the snapshot cannot be read: " + unreadable.getMessage() + ".",
                    "Check the snapshot address; it names a JSON array of orders.",
                    unreadable);
        }
        return "The snapshot holds " + (orders.size() == 1 ? "1 order." : orders.size() + " orders.");
    }
}
