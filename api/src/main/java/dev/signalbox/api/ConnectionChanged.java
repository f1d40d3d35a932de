package dev.signalbox.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The life of a source took a turn.
 *
 * @param source which source
 * @param state where it stands now
 * @param attempt which attempt in a row this is, 1 for the first; 0 when none is under way
 * @param nextAttempt when the next attempt is due, while {@link ConnectionState#WAITING}
 * @param reason why, in words an operator reads; may be empty
 * @param at when
 */
public record ConnectionChanged(
        String source, ConnectionState state, int attempt, Optional<Instant> nextAttempt, String reason, Instant at)
        implements ConsoleEvent {

    /** Checks that every part is there. */
    public ConnectionChanged {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(nextAttempt, "nextAttempt");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
