package dev.signalbox.sse;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.SseConnection;
import dev.signalbox.sse.stream.StreamLost;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One session: from asking for the stream to its end. Used once, by one thread. */
final class OrderSession {
    private static final int MOST_HELD_EVENTS = 100_000;

    private final URI url;
    private final SseSettings settings;
    private final HttpConnector connector;
    private final UpdateSink sink;
    private final InstantSource clock;
    private final @Nullable Instant lostAt;
    private final RequestHeaders headers;
    private final SnapshotGate gate;
    private boolean wasOpen;

    OrderSession(
            URI url,
            SseSettings settings,
            HttpConnector connector,
            UpdateSink sink,
            InstantSource clock,
            @Nullable Instant lostAt) {
        this.url = url;
        this.settings = settings;
        this.connector = connector;
        this.sink = sink;
        this.clock = clock;
        this.lostAt = lostAt;
        this.headers = new RequestHeaders(url, settings);
        this.gate = new SnapshotGate(sink, settings.snapshot().isPresent(), MOST_HELD_EVENTS);
    }

    SessionEnd run() throws Exception {
        String resumeAfter = sink.resumeToken().orElse("");
        try (SseConnection connection = connector.stream(headers.to(url), resumeAfter)) {
            sink.closeOnCancel(connection);
            if (!connection.open()) {
                return SessionEnd.finished("The server answered 204 No Content: it has nothing more to send.");
            }
            wasOpen = true;
            sink.opened();
            try (SnapshotLoad snapshot = startSnapshot(connection)) {
                if (snapshot == null) {
                    startWithout(resumeAfter);
                }
                readToTheEnd(connection, resumeAfter);
                gate.awaitOpen();
                throwSnapshotFailure();
                return SessionEnd.ended("The server closed the connection.");
            } finally {
                sink.release(connection);
            }
        }
    }

    boolean wasOpen() {
        return wasOpen;
    }

    private @Nullable SnapshotLoad startSnapshot(SseConnection connection) throws Exception {
        Optional<URI> address = settings.snapshot();
        if (address.isEmpty()) {
            return null;
        }
        SnapshotLoad load =
                new SnapshotLoad(connector, headers.to(address.get()), settings, sink, gate, clock, connection);
        load.start();
        return load;
    }

    private void startWithout(String resumeAfter) {
        if (!settings.orders().isEmpty()) {
            sink.watch(OrderEvent.TOPIC, settings.orders(), settings.whenSettled());
        }
        ResumeNotice.of(sink, resumeAfter, lostAt, clock.instant()).ifPresent(notice -> sink.emit(List.of(notice)));
    }

    private void readToTheEnd(SseConnection connection, String resumeAfter) throws Exception {
        EventStreamParser parser = new EventStreamParser(settings.maxEventBytes(), resumeAfter);
        OrderDecoder decoder = new OrderDecoder(sink.source(), settings.settledRule());
        EventReader reader =
                new EventReader(parser, decoder, sink, gate, resumeAfter, settings.maxEventBytes(), clock.instant());
        try {
            while (connection.readInto(parser)) {
                reader.readAll(clock.instant());
            }
        } catch (StreamLost lost) {
            // a snapshot that fails cuts the stream, and is then the reason
            throwSnapshotFailure();
            throw lost;
        }
    }

    private void throwSnapshotFailure() throws Exception {
        Optional<Exception> failure = gate.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
