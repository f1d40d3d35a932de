package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.CodingErrorAction;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;

/** Makes an HTTP client that does what it is told and nothing by itself. */
final class ClientSetup {

    private final Timeouts timeouts;
    private final StreamLimits limits;
    private final Access access;
    private final NameLookup names;
    private final SystemProxies system;

    /** A client and the pool of its connections. */
    record Client(CloseableHttpClient http, PoolingHttpClientConnectionManager pool) {}

    ClientSetup(Timeouts timeouts, StreamLimits limits, Access access, NameLookup names, SystemProxies system) {
        this.timeouts = timeouts;
        this.limits = limits;
        this.access = access;
        this.names = names;
        this.system = system;
    }

    Client make() {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager(
                new Dialer(access, timeouts, names, new SecureSockets(access)),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(UTF_8)
                                .setMalformedInputAction(CodingErrorAction.REPLACE)
                                .setUnmappableInputAction(CodingErrorAction.REPLACE)
                                .build())
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(limits.headerBytes())
                                .setMaxHeaderCount(StreamLimits.MAX_HEADER_LINES)
                                .build())
                        .build());
        pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setSocketTimeout(HttpConnector.timeout(timeouts.idle()))
                .build());
        CloseableHttpClient http = HttpClients.custom()
                .setConnectionManager(pool)
                .setRoutePlanner(new ProxyRoutes(access.proxy(), system))
                .addExecInterceptorFirst("certificate-hint", new CertificateHint())
                .addExecInterceptorFirst("proxy-answers", new ProxyAnswers(access))
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
}
