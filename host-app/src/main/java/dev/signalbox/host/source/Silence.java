package dev.signalbox.host.source;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Notes when a session was last heard of, from any thread, as cheaply as can be, and judges how long that is. */
final class Silence {
    private static final Duration RECHECK = Duration.ofSeconds(10);

    /** One comment may be no more than a greeting. */
    private static final int ENOUGH_HEARTBEATS = 2;

    private final AtomicInteger handingOver = new AtomicInteger();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private volatile Instant lastHeard;
    private volatile @Nullable Duration wished;

    /** Listens to a session; a stream that has sent heartbeats is known to do so in later sessions too. */
    Silence(Instant now, boolean sendsHeartbeats) {
        this.lastHeard = now;
        heartbeats.set(sendsHeartbeats ? ENOUGH_HEARTBEATS : 0);
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
        heartbeats.incrementAndGet();
    }

    void wish(Duration silence) {
        wished = silence.isNegative() ? Duration.ZERO : silence;
    }

    Duration since(Instant now) {
        return handingOver.get() > 0 ? Duration.ZERO : Duration.between(lastHeard, now);
    }

    boolean sendsHeartbeats() {
        return heartbeats.get() >= ENOUGH_HEARTBEATS;
    }

    /** Whether nothing was heard for longer than expected. */
    boolean stale(SourceSettings settings, Instant now) {
        return reached(staleAfter(settings), now);
    }

    /** Whether a stream that sends heartbeats is silent for so long that it must be dead. */
    boolean hung(SourceSettings settings, Instant now) {
        return sendsHeartbeats() && !staleAfter(settings).isZero() && reached(settings.reconnectStaleAfter(), now);
    }

    /** When to look again. */
    Duration untilNextCheck(SourceSettings settings, boolean stale, Instant now) {
        Duration due = stale ? settings.reconnectStaleAfter() : staleAfter(settings);
        Duration left = due.minus(since(now));
        boolean known = !due.isZero() && !left.isNegative() && !left.isZero();
        return known && left.compareTo(RECHECK) < 0 ? left : RECHECK;
    }

    private boolean reached(Duration limit, Instant now) {
        return !limit.isZero() && since(now).compareTo(limit) >= 0;
    }

    /** Zero for never. */
    private Duration staleAfter(SourceSettings settings) {
        Duration own = wished;
        return own == null ? settings.staleAfter() : own;
    }
}
