package dev.signalbox.sse;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.PublicAddress;
import dev.signalbox.sse.stream.StreamRefused;
import dev.signalbox.sse.stream.StreamUnavailable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The orders of one event stream. */
final class OrderUpdateSource implements UpdateSource {
    private final URI url;
    private final SseSettings settings;
    private final HttpConnector connector;
    private final InstantSource clock;

    // owned by the thread of the session; sessions follow each other
    private @Nullable Instant lostAt;

    OrderUpdateSource(URI url, SseSettings settings, HttpConnector connector, InstantSource clock) {
        this.url = url;
        this.settings = settings;
        this.connector = connector;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "orders";
    }

    @Override
    public String resumeScope() {
        return PublicAddress.of(url);
    }

    @Override
    public SessionEnd run(UpdateSink sink) throws Exception {
        OrderSession session = new OrderSession(url, settings, connector, sink, clock, lostAt);
        try {
            return session.run();
        } catch (StreamRefused refused) {
            throw new FatalSourceException(String.valueOf(refused.getMessage()), refused.nextStep(), refused);
        } catch (StreamUnavailable unavailable) {
            unavailable.retryAfter().ifPresent(sink::retryAfter);
            throw unavailable;
        } finally {
            if (session.wasOpen()) {
                lostAt = clock.instant();
            }
        }
    }
}
