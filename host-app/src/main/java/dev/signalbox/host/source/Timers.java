package dev.signalbox.host.source;

import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.time.Instant;

/** Time, so that tests can bring their own. */
public interface Timers {

    /**
     * The time now.
     *
     * @return now
     */
    Instant now();

    /**
     * Runs something once, later, on a thread of the timers; it must be quick.
     *
     * @param delay how much later
     * @param task what to run
     * @return calls it off
     */
    Subscription after(Duration delay, Runnable task);
}
