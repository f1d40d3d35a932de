package dev.signalbox.sse.stream;

import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Finds the way to a server: straight, or through a proxy. To the HTTP client a SOCKS proxy is as good as straight. */
final class ProxyRoutes implements HttpRoutePlanner {
    private final ProxyChoice choice;
    private final SystemProxies system;

    /** A refusal on its way through the HTTP client, which lets only its own kind of exception pass here. */
    private static final class NoRoute extends HttpException {
        private static final long serialVersionUID = 1L;

        NoRoute(StreamFailure why) {
            super(String.valueOf(why.getMessage()), why);
        }
    }

    ProxyRoutes(ProxyChoice choice, SystemProxies system) {
        this.choice = choice;
        this.system = system;
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpContext context) {
        throw new UnsupportedOperationException("the request must be known");
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpRequest request, HttpContext context) throws HttpException {
        boolean secure = "https".equalsIgnoreCase(target.getSchemeName());
        int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
        HttpHost server = new HttpHost(target.getSchemeName(), target.getHostName(), port);
        Optional<ProxyAddress> proxy = proxy(server);
        new Way(proxy.orElse(null), request).leaveIn(context);
        return proxy.filter(address -> address.kind() == ProxyAddress.Kind.HTTP)
                .map(address ->
                        new HttpRoute(server, null, new HttpHost("http", address.host(), address.port()), secure))
                .orElseGet(() -> new HttpRoute(server, null, secure));
    }

    private Optional<ProxyAddress> proxy(HttpHost server) throws HttpException {
        return switch (choice.mode()) {
            case NONE -> Optional.empty();
            case GIVEN -> choice.given();
            case SYSTEM -> {
                try {
                    yield system.to(URI.create(server.toURI()));
                } catch (StreamRefused refused) {
                    throw new NoRoute(refused);
                }
            }
        };
    }
}
