package dev.signalbox.host.source;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Notes when a session was last heard of, from any thread, as cheaply as can be. */
final class Silence {
    private final AtomicInteger handingOver = new AtomicInteger();
    private volatile Instant lastHeard;
    private volatile boolean sendsHeartbeats;
    private volatile @Nullable Duration wished;

    /** Listens to a session; a stream that has sent heartbeats once is known to do so in later sessions too. */
    Silence(Instant now, boolean sendsHeartbeats) {
        this.lastHeard = now;
        this.sendsHeartbeats = sendsHeartbeats;
    }

    /** The session hands events over; while it waits for the console it is the console that is slow. */
    void handingOver() {
        handingOver.incrementAndGet();
    }

    void handedOver(Instant now) {
        lastHeard = now;
        handingOver.decrementAndGet();
    }

    void heard(Instant now) {
        lastHeard = now;
    }

    void heartbeat(Instant now) {
        lastHeard = now;
        sendsHeartbeats = true;
    }

    void wish(Duration silence) {
        wished = silence.isNegative() ? Duration.ZERO : silence;
    }

    Duration since(Instant now) {
        return handingOver.get() > 0 ? Duration.ZERO : Duration.between(lastHeard, now);
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
