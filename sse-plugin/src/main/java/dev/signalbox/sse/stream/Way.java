package dev.signalbox.sse.stream;

import java.util.Objects;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before it is sent, left in its context for those who see nothing else.
 *
 * @param proxy what it goes through, or null
 * @param request the caller's own, which may be cancelled at any time
 */
record Way(@Nullable ProxyAddress proxy, HttpRequest request) {
    private static final String ATTRIBUTE = "signalbox.way";

    static Way of(HttpContext context) {
        return (Way) Objects.requireNonNull(context.getAttribute(ATTRIBUTE), "the way of the request");
    }

    void leaveIn(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    boolean isGivenUp() {
        return request instanceof CancellableDependency cancellable && cancellable.isCancelled();
    }
}
