package dev.signalbox.host.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what arrives, and says once in a while what changed. Any thread. */
final class ActivityMeter {
    private final String source;

    // guarded by this
    private long received;
    private long outside;
    private @Nullable Instant lastEvent;
    private long receivedAtTick;
    private @Nullable Instant lastTick;
    private @Nullable SourceActivity told;

    ActivityMeter(String source) {
        this.source = source;
    }

    synchronized void count(int events, int outsideEvents, Instant now) {
        received += events;
        outside += outsideEvents;
        if (events > 0) {
            lastEvent = now;
        }
    }

    synchronized void reset() {
        received = 0;
        outside = 0;
        lastEvent = null;
        receivedAtTick = 0;
    }

    /** What there is to say since the last time; empty if nothing changed. */
    synchronized Optional<SourceActivity> tick(String token, Instant now) {
        Instant before = lastTick;
        double seconds =
                before == null ? 1 : Math.max(1, Duration.between(before, now).toMillis()) / 1000.0;
        double perSecond = (received - receivedAtTick) / seconds;
        receivedAtTick = received;
        lastTick = now;
        SourceActivity activity = new SourceActivity(
                source,
                received,
                perSecond,
                outside,
                Optional.ofNullable(lastEvent),
                token.isEmpty() ? Optional.empty() : Optional.of(token),
                now);
        SourceActivity last = told;
        boolean same = last != null
                && last.received() == received
                && last.perSecond() == perSecond
                && last.resumeToken().equals(activity.resumeToken());
        told = activity;
        return same ? Optional.empty() : Optional.of(activity);
    }
}
