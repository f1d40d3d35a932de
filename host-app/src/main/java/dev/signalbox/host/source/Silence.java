package dev.signalbox.host.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notes when a session was last heard of, from any thread, as cheaply as can be. */
final class Silence {
    private volatile Instant lastHeard;
    private volatile boolean sendsHeartbeats;
    private volatile @Nullable Duration wished;

    Silence(Instant now) {
        this.lastHeard = now;
    }

    void heard(Instant now) {
        lastHeard = now;
    }

    void heartbeat(Instant now) {
        lastHeard = now;
        sendsHeartbeats = true;
    }

    void wish(Duration silence) {
        wished = silence;
    }

    Duration since(Instant now) {
        return Duration.between(lastHeard, now);
    }

    boolean sendsHeartbeats() {
        return sendsHeartbeats;
    }

    /** When the session counts as stale; zero for never. */
    Duration staleAfter(Duration setting) {
        Duration own = wished;
        return own == null ? setting : own;
    }
}
