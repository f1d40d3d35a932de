package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
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
    private final StreamLimits limits;
    private final Duration silence;

    // guarded by this
    private @Nullable HttpUriRequestBase current;
    private boolean closed;

    /** An answer worth reading: a status of the 2xx kind. */
    record Answer(StreamRequest from, int status, String statusText, String contentType, InputStream body) {
        String says(String what) {
            return ShownText.ofProse(PublicAddress.of(from.uri()) + " answered " + statusText + what);
        }
    }

    HttpExchange(
            HttpConnector connector,
            StreamRequest request,
            String accept,
            List<Header> ownHeaders,
            Timeouts timeouts,
            StreamLimits limits,
            Duration silence) {
        this.connector = connector;
        this.request = request;
        this.accept = accept;
        this.ownHeaders = ownHeaders;
        this.timeouts = timeouts;
        this.limits = limits;
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
            if (redirects == limits.redirects()) {
                throw Redirect.tooMany(next, status, limits.redirects());
            }
            next = Redirect.follow(next, status, header(response, "Location"));
        }
    }

    StreamLost lost(IOException fault) {
        return TransportFault.reading(fault, silence);
    }

    /** The head of the answer came, and then nothing at all. */
    StreamLost neverSpoke(IOException silent) {
        return new StreamLost(
                "The stream opened, but not one byte of it came within " + Timeouts.words(silence)
                        + "; a proxy may be holding it back.",
                silent);
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
        HttpUriRequestBase asking = new HttpUriRequestBase(next.method(), next.uri());
        asking.setConfig(RequestConfig.custom()
                .setResponseTimeout(HttpConnector.timeout(silence))
                .setProtocolUpgradeEnabled(false)
                .build());
        asking.setHeader("Accept", accept);
        asking.setHeader("Cache-Control", "no-cache");
        // a caller's Accept replaces ours; several headers of one name of the caller's are all sent
        next.headers().forEach(header -> asking.removeHeaders(header.name()));
        next.headers().forEach(header -> asking.addHeader(header.name(), header.value()));
        ownHeaders.forEach(header -> asking.setHeader(header.name(), header.value()));
        if (!next.body().isEmpty()) {
            asking.setEntity(entity(next.body()));
        }
        synchronized (this) {
            if (closed) {
                throw new StreamLost("The connection was closed from here.", null);
            }
            current = asking;
        }
        try {
            return connector.http().executeOpen(null, asking, null);
        } catch (StreamFailure failure) {
            throw failure;
        } catch (MessageConstraintException tooLarge) {
            throw new StreamLost(
                    TransportFault.server(next.uri()) + " answered with a head of more than "
                            + limits.headerBytes() / 1024 + " KiB in a line or " + StreamLimits.MAX_HEADER_LINES
                            + " lines.",
                    tooLarge);
        } catch (IOException fault) {
            throw TransportFault.connecting(fault, next.uri(), timeouts, silence);
        }
    }

    /** Its content type is what it looks like, unless the caller's headers say one. */
    private static HttpEntity entity(String body) {
        String start = body.stripLeading();
        ContentType type = start.startsWith("{") || start.startsWith("[")
                ? ContentType.create("application/json")
                : ContentType.TEXT_PLAIN.withCharset(UTF_8);
        return new ByteArrayEntity(body.getBytes(UTF_8), type);
    }

    private Answer judge(StreamRequest from, ClassicHttpResponse response) throws StreamFailure {
        int status = response.getCode();
        Answer answer =
                new Answer(from, status, statusText(response), header(response, "Content-Type"), body(response));
        if (status >= 200 && status < 300) {
            return answer;
        }
        if (status == HttpStatus.SC_REQUEST_TIMEOUT || status == HttpStatus.SC_TOO_MANY_REQUESTS || status >= 500) {
            Optional<Duration> floor =
                    RetryAfter.parse(header(response, "Retry-After"), header(response, "Date"), Instant.now());
            throw new StreamUnavailable(answer.says("."), floor);
        }
        String why = status < 400 ? ", which leads nowhere" : "";
        throw refuse(answer, why, nextStepAfter(status));
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
