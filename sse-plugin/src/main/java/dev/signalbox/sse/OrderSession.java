package dev.signalbox.sse;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.SseConnection;
import dev.signalbox.sse.stream.StreamLost;
import dev.signalbox.sse.stream.StreamRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One session: from asking for the stream to its end. Used once, by one thread. */
final class OrderSession {
    private final URI url;
    private final SseSettings settings;
    private final HttpConnector connector;
    private final UpdateSink sink;
    private final InstantSource clock;
    private final OrderPicture picture;
    private final RequestHeaders headers;
    private final SnapshotGate gate;
    private @Nullable EventReader reader;
    private boolean wasOpen;
    private boolean idCleared;

    OrderSession(
            URI url,
            SseSettings settings,
            HttpConnector connector,
            UpdateSink sink,
            InstantSource clock,
            OrderPicture picture) {
        this.url = url;
        this.settings = settings;
        this.connector = connector;
        this.sink = sink;
        this.clock = clock;
        this.picture = picture;
        this.headers = new RequestHeaders(settings.headerLines(), settings.token());
        this.gate = settings.snapshot().isPresent()
                ? SnapshotGate.closed(sink, picture, settings.snapshotLimits().heldEvents())
                : SnapshotGate.open(sink);
    }

    /**
     * Runs the session.
     *
     * @param resumeAfter the last event id; empty for none
     * @param lostAt when the session before ended, if there was one
     */
    SessionEnd run(String resumeAfter, @Nullable Instant lostAt) throws Exception {
        StreamRequest request = headers.to(url)
                .with(settings.asking().method(), settings.asking().body());
        try (SseConnection connection = connector.stream(request, resumeAfter)) {
            sink.closeOnCancel(connection);
            if (!connection.open()) {
                return SessionEnd.finished("The server answered 204 No Content: it has nothing more to send.");
            }
            wasOpen = true;
            sink.opened();
            if (!resumeAfter.isEmpty() && sink.resumeToken().isEmpty()) {
                // the server took the configured id; from here on it is the last one, as any the server sends
                sink.checkpoint(resumeAfter);
            }
            try (SnapshotLoad snapshot = startSnapshot(connection)) {
                if (snapshot == null) {
                    startWithout(resumeAfter, lostAt);
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

    /** Whether the server has said how long to wait before a reconnect. */
    boolean serverSaidRetry() {
        return reader != null && reader.saidRetry();
    }

    /** Whether the server took the last event id back. */
    boolean idCleared() {
        return idCleared;
    }

    private @Nullable SnapshotLoad startSnapshot(SseConnection connection) throws Exception {
        Optional<URI> address = settings.snapshot();
        if (address.isEmpty()) {
            return null;
        }
        if (sink.fresh()) {
            picture.clear();
        }
        SnapshotHandover handover = new SnapshotHandover(settings, sink, picture);
        SnapshotLoad load = new SnapshotLoad(
                connector, headers.to(address.get()), settings, sink, gate, handover, clock, connection);
        load.start();
        return load;
    }

    private void startWithout(String resumeAfter, @Nullable Instant lostAt) {
        if (!settings.orders().isEmpty()) {
            sink.watch(OrderEvent.TOPIC, settings.orders(), settings.whenSettled());
        }
        ResumeNotice.of(sink, resumeAfter, lostAt, clock.instant()).ifPresent(notice -> sink.emit(List.of(notice)));
    }

    private void readToTheEnd(SseConnection connection, String resumeAfter) throws Exception {
        EventStreamParser parser = new EventStreamParser(settings.maxEventBytes(), resumeAfter);
        OrderDecoder decoder = new OrderDecoder(sink.source(), settings.settledRule(), settings.decoderLimits());
        EventReader reading =
                new EventReader(parser, decoder, sink, gate, resumeAfter, settings.maxEventBytes(), clock.instant());
        reader = reading;
        try {
            while (connection.readInto(parser)) {
                reading.readAll(clock.instant());
            }
        } catch (StreamLost lost) {
            // a snapshot that fails cuts the stream, and is then the reason
            throwSnapshotFailure();
            throw lost;
        } finally {
            idCleared = !resumeAfter.isEmpty() && parser.lastEventId().isEmpty();
        }
    }

    private void throwSnapshotFailure() throws Exception {
        Optional<Exception> failure = gate.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
