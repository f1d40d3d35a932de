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
    private final OrderPicture picture = new OrderPicture();

    // owned by the thread of the session; sessions follow each other
    private @Nullable Instant lostAt;
    private boolean idCleared;
    private boolean serverSaidRetry;

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
        if (!serverSaidRetry) {
            settings.reconnectDelay().ifPresent(sink::reconnectDelay);
        }
        OrderSession session = new OrderSession(url, settings, connector, sink, clock, picture);
        try {
            return session.run(sink.resumeToken().orElseGet(() -> startOfANewWatch(sink)), lostAt);
        } catch (StreamRefused refused) {
            throw new FatalSourceException(String.valueOf(refused.getMessage()), refused.nextStep(), refused);
        } catch (StreamUnavailable unavailable) {
            unavailable.retryAfter().ifPresent(sink::retryAfter);
            throw unavailable;
        } finally {
            if (session.wasOpen()) {
                lostAt = clock.instant();
            }
            serverSaidRetry |= session.serverSaidRetry();
            // once cancelled, the next session may well be that of a new watch
            idCleared = (idCleared || session.idCleared()) && !sink.cancelled();
        }
    }

    /**
     * The configured id is where a watch begins, as long as it has no rows. A watch begun anew after all was settled
     * begins there again, as the console would after a restart. But when the server has cleared the id, that stands.
     */
    private String startOfANewWatch(UpdateSink sink) {
        return sink.fresh() && !idCleared ? settings.asking().lastEventId() : "";
    }
}
