package dev.signalbox.sse.stream;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * One question and its answer, over as many redirects as allowed. {@link #send} and reading belong to one thread;
 * {@link #close} may come from any.
 */
final class HttpExchange implements AutoCloseable {
    private final HttpConnector connector;
    private final StreamRequest request;
    private final String accept;
    private final List<Header> ownHeaders;
    private final Timeouts timeouts;
    private final Duration silence;

    // guarded by this
    private @Nullable HttpGet current;
    private boolean closed;

    /** An answer worth reading: a status of the 2xx kind. */
    record Answer(StreamRequest from, int status, String statusText, String contentType, InputStream body) {
        String says(String what) {
            return PublicAddress.of(from.uri()) + " answered " + statusText + what;
        }
    }

    HttpExchange(
            HttpConnector connector,
            StreamRequest request,
            String accept,
            List<Header> ownHeaders,
            Timeouts timeouts,
            Duration silence) {
        this.connector = connector;
        this.request = request;
        this.accept = accept;
        this.ownHeaders = ownHeaders;
        this.timeouts = timeouts;
        this.silence = silence;
    }

    Answer send() throws StreamFailure {
        StreamRequest next = request;
        for (int redirects = 0; ; redirects++) {
            ClassicHttpResponse response = ask(next);
            int status = response.getCode();
            if (!Redirect.is(status)) {
                return judge(next, response);
            }
            cancelCurrent();
            if (redirects == Redirect.MOST) {
                throw Redirect.tooMany(next, status);
            }
            next = Redirect.follow(next, status, header(response, "Location"));
        }
    }

    StreamLost lost(IOException fault) {
        return TransportFault.reading(fault, silence);
    }

    /** Says no to an answer: its status and the beginning of its body go into the message. */
    StreamRefused refuse(Answer answer, String why, String nextStep) {
        String body = ErrorBody.read(this, answer.body());
        return new StreamRefused(answer.says(why) + (body.isEmpty() ? "." : ": " + body), nextStep, null);
    }

    /**
     * Cuts the connection. Nothing else may be done to a live response: closing it, or its content, would first read all
     * that is still to come.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        cancelCurrent();
    }

    private synchronized void cancelCurrent() {
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    private ClassicHttpResponse ask(StreamRequest next) throws StreamFailure {
        HttpGet get = new HttpGet(next.uri());
        get.setConfig(RequestConfig.custom()
                .setResponseTimeout(HttpConnector.timeout(silence))
                .setProtocolUpgradeEnabled(false)
                .build());
        get.setHeader("Accept", accept);
        get.setHeader("Cache-Control", "no-cache");
        // a caller's Accept replaces ours; several headers of one name of the caller's are all sent
        next.headers().forEach(header -> get.removeHeaders(header.name()));
        next.headers().forEach(header -> get.addHeader(header.name(), header.value()));
        ownHeaders.forEach(header -> get.setHeader(header.name(), header.value()));
        synchronized (this) {
            if (closed) {
                throw new StreamLost("The connection was closed from here.", null);
            }
            current = get;
        }
        try {
            return connector.http().executeOpen(null, get, null);
        } catch (StreamFailure failure) {
            throw failure;
        } catch (IOException fault) {
            throw TransportFault.connecting(fault, next.uri(), timeouts, silence);
        }
    }

    private Answer judge(StreamRequest from, ClassicHttpResponse response) throws StreamFailure {
        int status = response.getCode();
        Answer answer =
                new Answer(from, status, statusText(response), header(response, "Content-Type"), body(response));
        if (status >= 200 && status < 300) {
            return answer;
        }
        if (status == HttpStatus.SC_REQUEST_TIMEOUT || status == HttpStatus.SC_TOO_MANY_REQUESTS || status >= 500) {
            Optional<Duration> floor = RetryAfter.parse(header(response, "Retry-After"), Instant.now());
            throw new StreamUnavailable(answer.says("."), floor);
        }
        throw refuse(answer, "", nextStepAfter(status));
    }

    private InputStream body(ClassicHttpResponse response) throws StreamLost {
        HttpEntity entity = response.getEntity();
        try {
            return entity == null ? InputStream.nullInputStream() : entity.getContent();
        } catch (IOException fault) {
            throw lost(fault);
        }
    }

    private static String nextStepAfter(int status) {
        return switch (status) {
            case HttpStatus.SC_UNAUTHORIZED, HttpStatus.SC_FORBIDDEN ->
                "Check the token and the headers that are sent, and whether you may read this.";
            case HttpStatus.SC_NOT_FOUND, HttpStatus.SC_GONE -> "Check the address.";
            default -> "Check the address and the headers that are sent, or ask whoever runs the server.";
        };
    }

    private static String header(HttpResponse response, String name) {
        org.apache.hc.core5.http.Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private static String statusText(HttpResponse response) {
        String reason = response.getReasonPhrase();
        return reason == null || reason.isBlank() ? "" + response.getCode() : response.getCode() + " " + reason.strip();
    }
}
