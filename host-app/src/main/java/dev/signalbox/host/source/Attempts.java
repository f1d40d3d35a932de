package dev.signalbox.host.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The row of attempts to connect: how many there were, how healthy the last one was, what the server asked for, and so how
 * long to wait for the next. Guarded by its supervisor.
 */
final class Attempts {
    /** A session open for so long was healthy: the next failure begins a new row. */
    static final Duration HEALTHY_AFTER = Duration.ofSeconds(10);

    private static final Duration MOST_SERVER_DELAY = Duration.ofDays(1);

    private final RandomGenerator random;
    private @Nullable BackOff backOff;
    private int made;
    private @Nullable Instant openedAt;
    private boolean wasHealthy;
    private @Nullable Duration serverDelay;
    private Duration retryFloor = Duration.ZERO;

    Attempts(RandomGenerator random) {
        this.random = random;
    }

    /** The operator wants a connection: whatever failed before is forgotten. */
    void forget() {
        made = 0;
        backOff = null;
    }

    void begin() {
        made++;
        retryFloor = Duration.ZERO;
        openedAt = null;
        wasHealthy = false;
    }

    int made() {
        return made;
    }

    void opened(Instant now) {
        openedAt = now;
    }

    /** The library behind the source reconnects by itself; the time that takes is not healthy. */
    void lost(Instant now) {
        wasHealthy = healthy(now);
        openedAt = null;
    }

    boolean everOpened() {
        return openedAt != null || wasHealthy;
    }

    /** The server's lasting wish, or that of whoever set the source up. Zero is a wish too. */
    void serverDelay(Duration delay) {
        serverDelay = bounded(delay);
    }

    /** The server's wish for the next attempt. */
    void retryAfter(Duration floor) {
        retryFloor = bounded(floor);
    }

    /** How long to wait after a session that broke. */
    Duration nextDelay(SourceSettings settings, Instant now) {
        Duration base = serverDelay == null ? settings.reconnectDelay() : serverDelay;
        boolean healthy = healthy(now);
        if (healthy) {
            made = 0;
        }
        BackOff current = healthy || backOff == null
                ? BackOff.first(base, settings.reconnectDelayMost())
                : backOff.withBase(base);
        backOff = current.next();
        return current.delay(retryFloor, random);
    }

    /** How long to wait after a refusal: long, and never shorter than the server asked. */
    Duration delayAfterRefusal(SourceSettings settings) {
        Duration lasting = serverDelay == null ? Duration.ZERO : serverDelay;
        Duration least = Collections.max(List.of(settings.fatalRetryDelay(), lasting, retryFloor));
        return BackOff.spread(least, least, random);
    }

    private boolean healthy(Instant now) {
        return wasHealthy
                || (openedAt != null && Duration.between(openedAt, now).compareTo(HEALTHY_AFTER) >= 0);
    }

    private static Duration bounded(Duration delay) {
        Duration atLeast = delay.isNegative() ? Duration.ZERO : delay;
        return atLeast.compareTo(MOST_SERVER_DELAY) > 0 ? MOST_SERVER_DELAY : atLeast;
    }
}
