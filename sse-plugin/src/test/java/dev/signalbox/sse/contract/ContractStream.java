package dev.signalbox.sse.contract;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.SseConnection;
import dev.signalbox.sse.stream.StreamFailure;
import dev.signalbox.sse.stream.StreamRefused;
import dev.signalbox.sse.stream.StreamUnavailable;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One stream of a harness: as the order source is, but each event, comment and failure goes to the harness. */
final class ContractStream implements UpdateSource {
    /** No delay at all would be taken for no wish. */
    private static final Duration LEAST_DELAY = Duration.ofMillis(1);

    private final String id;
    private final StreamParameters parameters;
    private final HttpConnector connector;
    private final Callbacks callbacks;

    // owned by the thread of the session; sessions follow each other
    private boolean begun;

    // guarded by this
    private @Nullable SseConnection connection;
    private boolean restarting;

    ContractStream(String id, StreamParameters parameters, HttpConnector connector, Callbacks callbacks) {
        this.id = id;
        this.parameters = parameters;
        this.connector = connector;
        this.callbacks = callbacks;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String resumeScope() {
        return parameters.streamUrl().toString();
    }

    @Override
    public SessionEnd run(UpdateSink sink) throws Exception {
        if (!begun) {
            begun = true;
            parameters.initialDelay().ifPresent(delay -> sink.reconnectDelay(longer(delay)));
            sink.checkpoint(parameters.lastEventId());
        }
        sink.staleAfter(Duration.ZERO);
        while (true) {
            SessionEnd end;
            try {
                end = connectAndRead(sink);
            } catch (StreamFailure failure) {
                if (!isRestart(sink)) {
                    throw told(failure, sink);
                }
                continue;
            }
            if (!isRestart(sink)) {
                if (end.again()) {
                    callbacks.error(end.reason());
                }
                return end;
            }
        }
    }

    /** Drops the connection there is, or is coming; the session begins another at once. */
    synchronized void restart() {
        if (connection != null) {
            restarting = true;
            connection.close();
        }
    }

    private SessionEnd connectAndRead(UpdateSink sink) throws StreamFailure, InterruptedException {
        String resumeAfter = sink.resumeToken().orElse("");
        try (SseConnection next = connector.stream(parameters.request(), resumeAfter)) {
            sink.closeOnCancel(next);
            use(next);
            if (!next.open()) {
                return SessionEnd.finished("The server answered 204 No Content: it has nothing more to send.");
            }
            sink.opened();
            EventStreamParser parser = new EventStreamParser(EventStreamParser.DEFAULT_MAX_EVENT_BYTES, resumeAfter);
            while (next.readInto(parser)) {
                tellAll(parser, sink);
            }
            return SessionEnd.ended("The server closed the connection.");
        } finally {
            SseConnection used = use(null);
            if (used != null) {
                sink.release(used);
            }
        }
    }

    private void tellAll(EventStreamParser parser, UpdateSink sink) throws InterruptedException {
        while (true) {
            switch (parser.next()) {
                case MESSAGE -> {
                    callbacks.event(parser.type(), parser.data(), parser.lastEventId());
                    sink.checkpoint(parser.lastEventId());
                }
                case BLANK -> sink.checkpoint(parser.lastEventId());
                case COMMENT -> callbacks.comment(parser.comment());
                case RETRY -> sink.reconnectDelay(longer(Duration.ofMillis(parser.retryMillis())));
                case OVERSIZE ->
                    sink.problem(
                            "reading an event",
                            "It was larger than " + EventStreamParser.DEFAULT_MAX_EVENT_BYTES + " bytes.",
                            "It was skipped; the next one is read.");
                case NEED_BYTES -> {
                    return;
                }
            }
        }
    }

    private Exception told(StreamFailure failure, UpdateSink sink) throws InterruptedException {
        if (sink.cancelled()) {
            return new CancellationException("the stream was closed");
        }
        callbacks.error(String.valueOf(failure.getMessage()));
        if (failure instanceof StreamRefused refused) {
            return new FatalSourceException(String.valueOf(refused.getMessage()), refused.nextStep(), refused);
        }
        if (failure instanceof StreamUnavailable unavailable) {
            unavailable.retryAfter().ifPresent(sink::retryAfter);
        }
        return failure;
    }

    private synchronized @Nullable SseConnection use(@Nullable SseConnection next) {
        SseConnection before = connection;
        connection = next;
        return before;
    }

    private boolean isRestart(UpdateSink sink) {
        synchronized (this) {
            if (!restarting || sink.cancelled()) {
                return false;
            }
            restarting = false;
        }
        sink.lost("A restart was asked for.");
        return true;
    }

    private static Duration longer(Duration delay) {
        return delay.compareTo(LEAST_DELAY) < 0 ? LEAST_DELAY : delay;
    }
}
