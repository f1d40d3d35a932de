package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.CodingErrorAction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Opens streams and downloads over HTTP. The HTTP client behind it is made with the first connection that is opened, so
 * that making and closing a connector costs nothing and blocks nobody. Every method may be called from any thread.
 */
public final class HttpConnector implements AutoCloseable {
    private final Timeouts timeouts;
    private final StreamLimits limits;
    private final AtomicReference<@Nullable Client> client = new AtomicReference<>();
    private volatile boolean closed;

    /** A client and the pool of its connections. */
    private record Client(CloseableHttpClient http, PoolingHttpClientConnectionManager pool) {}

    /**
     * Makes a connector.
     *
     * @param timeouts how long to wait for a server
     * @param limits what a server may ask of us
     */
    public HttpConnector(Timeouts timeouts, StreamLimits limits) {
        this.timeouts = timeouts;
        this.limits = limits;
    }

    /**
     * Prepares a connection to an event stream; {@link SseConnection#open} opens it.
     *
     * @param request what to ask for
     * @param lastEventId the event to resume after; empty for none
     * @return the connection, not yet open, so that it can be closed while it is being opened
     */
    public SseConnection stream(StreamRequest request, String lastEventId) {
        List<Header> resume = lastEventId.isEmpty() ? List.of() : List.of(new Header("Last-Event-ID", lastEventId));
        return new SseConnection(
                new HttpExchange(this, request, "text/event-stream", resume, timeouts, limits, timeouts.idle()));
    }

    /**
     * Prepares a download of a JSON document; {@link Download#fetch} does it.
     *
     * @param request what to ask for
     * @param maxBytes the size above which the document is refused
     * @param silence how long to wait for the next byte of it; zero for ever
     * @return the download, not yet begun, so that it can be closed while it is under way
     */
    public Download download(StreamRequest request, int maxBytes, Duration silence) {
        return new Download(
                new HttpExchange(this, request, "application/json", List.of(), timeouts, limits, silence),
                request,
                maxBytes);
    }

    /** Cuts every connection, without waiting for anything. */
    @Override
    public void close() {
        closed = true;
        Client made = client.getAndSet(null);
        if (made != null) {
            made.http().close(CloseMode.IMMEDIATE);
        }
    }

    CloseableHttpClient http() throws StreamLost {
        Client made = client.get();
        if (made == null && !closed) {
            Client mine = makeClient();
            made = client.compareAndSet(null, mine) ? mine : client.get();
        }
        if (closed) {
            close();
        }
        if (closed || made == null) {
            throw new StreamLost("The connector was closed.", null);
        }
        return made.http();
    }

    /** How many connections the pool holds, in use or not. */
    int connections() {
        Client made = client.get();
        return made == null
                ? 0
                : made.pool().getTotalStats().getLeased()
                        + made.pool().getTotalStats().getAvailable();
    }

    private Client makeClient() {
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(UTF_8)
                                .setMalformedInputAction(CodingErrorAction.REPLACE)
                                .setUnmappableInputAction(CodingErrorAction.REPLACE)
                                .build())
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(limits.headerBytes())
                                .setMaxHeaderCount(StreamLimits.MAX_HEADER_LINES)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(timeouts.connect()))
                        .setSocketTimeout(timeout(timeouts.idle()))
                        .build())
                .build();
        CloseableHttpClient http = HttpClients.custom()
                .setConnectionManager(pool)
                // a connection carries one answer; kept in the pool it would outlive the stream
                .setConnectionReuseStrategy((request, response, context) -> false)
                // it would repeat a 503 by itself; the console decides when to ask again
                .disableAutomaticRetries()
                // it would send credentials on, and does not say what was wrong with a Location
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Signalbox")
                .build();
        return new Client(http, pool);
    }

    static Timeout timeout(Duration duration) {
        return duration.isZero() ? Timeout.DISABLED : Timeout.of(duration);
    }
}
