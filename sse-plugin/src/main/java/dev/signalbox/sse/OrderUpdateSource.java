package dev.signalbox.sse;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.UpdateSource;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.PublicAddress;
import dev.signalbox.sse.stream.ShownText;
import dev.signalbox.sse.stream.StreamRefused;
import dev.signalbox.sse.stream.StreamUnavailable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The orders of one event stream. */
final class OrderUpdateSource implements UpdateSource {
    private static final int SHOWN_CHARACTERS = 60;

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
        String resumeAfter = sink.resumeToken().orElseGet(() -> startOfANewWatch(sink));
        try {
            return session.run(resumeAfter, lostAt);
        } catch (StreamRefused refused) {
            throw new FatalSourceException(
                    String.valueOf(refused.getMessage()), nextStep(refused, resumeAfter), refused);
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

    /** It may be the id that the server refuses; it is sent again until the watch begins anew. */
    private String nextStep(StreamRefused refused, String resumedAfter) {
        if (resumedAfter.isEmpty()) {
            return refused.nextStep();
        }
        String without = resumedAfter.equals(settings.asking().lastEventId())
                ? "empty the setting sse.last-event-id"
                : "close the stream and connect again";
        return refused.nextStep() + " We asked to go on after id " + ShownText.of(resumedAfter, SHOWN_CHARACTERS)
                + "; to begin without it, " + without + ".";
    }

    /**
     * The configured id is where a watch begins, as long as it has no rows. A watch begun anew after all was settled
     * begins there again, as the console would after a restart. But when the server has cleared the id, that stands.
     */
    private String startOfANewWatch(UpdateSink sink) {
        return sink.fresh() && !idCleared ? settings.asking().lastEventId() : "";
    }
}
