package dev.signalbox.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where one session of an {@link UpdateSource} reports to. Every method may be called from any thread; after the session
 * is over, reports are ignored, except that {@link #emit} throws. Implemented by the console and the test kit only.
 */
public interface UpdateSink {

    /**
     * The name every event of this source carries.
     *
     * @return {@code pluginId/contributionId}
     */
    String source();

    /**
     * Whether the console holds no rows of this source, so that a source that can send the whole picture should.
     *
     * @return true at the first session of a watch
     */
    boolean fresh();

    /**
     * The token last given to {@link #checkpoint} under the source's {@linkplain UpdateSource#resumeScope() scope}. It is
     * kept over reconnects and dropped together with the rows it speaks for.
     *
     * @return the token, or empty when there is none
     */
    Optional<String> resumeToken();

    /** Says that the peer has answered and updates may come; again after {@link #lost}. */
    void opened();

    /**
     * Says that a library which reconnects by itself has lost its connection and is reconnecting.
     *
     * @param reason why, in words an operator reads
     */
    void lost(String reason);

    /**
     * Hands events over, in order. Waits while the console is behind, so that the source stops reading and its peer feels
     * it. Counts as a sign of life.
     *
     * @param events the events; each carries this sink's {@link #source()} as its source
     * @throws java.util.concurrent.CancellationException if the session is over, also while waiting
     * @throws IllegalArgumentException if an event carries another source
     */
    void emit(List<? extends SourceEvent> events);

    /**
     * Keeps a token from which the peer can resume. It covers every event emitted before this call.
     *
     * @param resumeToken the token, opaque to the console; empty forgets the one kept
     */
    void checkpoint(String resumeToken);

    /**
     * Makes the watch on a topic bounded: these keys are the whole set followed, and when all are settled the session is
     * closed and stays closed.
     *
     * @param topic the topic of the events, {@code orders} for orders
     * @param keys the whole set; replaces the one given before
     */
    default void watch(String topic, Set<String> keys) {
        watch(topic, keys, WhenSettled.CLOSE);
    }

    /**
     * Makes the watch on a topic bounded: these keys are the whole set followed. A key that has not moved yet is a row
     * too. Updates for other keys are counted and not shown. Without this call the watch is open: every key that moves
     * is followed and the console never closes the session by itself. An empty set is never settled.
     *
     * @param topic the topic of the events, {@code orders} for orders
     * @param keys the whole set; replaces the one given before
     * @param then what happens when all of them are settled
     */
    void watch(String topic, Set<String> keys, WhenSettled then);

    /**
     * Shows a problem that does not end the session, such as a message that could not be read. Problems alike in source
     * and {@code doing} are grouped and counted. Waits, as {@link #emit} does, while the console is behind.
     *
     * @param doing what was being done, such as {@code reading an order update}
     * @param cause why it failed
     * @param nextStep what happens now or what to do
     */
    void problem(String doing, String cause, String nextStep);

    /** Says that bytes arrived though no event did. A stream that has done so twice is known to send heartbeats. */
    void heartbeat();

    /**
     * Overrides how long the source may be silent before it is shown as stale.
     *
     * @param silence the time without an event or heartbeat; zero for never
     */
    void staleAfter(Duration silence);

    /**
     * Passes on the peer's lasting wish for the delay before a reconnect (SSE {@code retry:}; WHATWG HTML 9.2.6). The
     * console never reconnects earlier.
     *
     * @param delay the delay
     */
    void reconnectDelay(Duration delay);

    /**
     * Passes on the peer's wish for the next attempt only (HTTP {@code Retry-After}; RFC 9110, 10.2.3).
     *
     * @param floor the earliest time from now for the next attempt
     */
    void retryAfter(Duration floor);

    /**
     * Registers what must be closed to free a blocked session. On cancellation the resources are closed, newest first,
     * and then the thread is interrupted. If the session is already cancelled, the resource is closed at once.
     *
     * @param resource what to close; closing must not block
     * @param <R> its type
     * @return the resource
     */
    <R extends AutoCloseable> R closeOnCancel(R resource);

    /**
     * Takes back {@link #closeOnCancel} without closing.
     *
     * @param resource what was registered; anything else is ignored
     */
    void release(AutoCloseable resource);

    /**
     * Whether the console wants the session to end.
     *
     * @return true once the session is cancelled or over
     */
    boolean cancelled();
}
