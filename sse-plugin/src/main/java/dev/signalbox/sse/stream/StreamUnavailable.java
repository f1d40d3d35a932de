package dev.signalbox.sse.stream;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server answered that it cannot serve now (408, 429 or 5xx): ask again later. */
public final class StreamUnavailable extends StreamFailure {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    StreamUnavailable(String message, Optional<Duration> retryAfter) {
        super(message, null);
        this.retryAfter = retryAfter.orElse(null);
    }

    /**
     * How long the server asks to be left alone (Retry-After; RFC 9110, 10.2.3).
     *
     * @return the least delay before the next attempt, or empty when the server did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
