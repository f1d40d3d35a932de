package dev.signalbox.api;

import java.time.Instant;
import java.util.Objects;

/**
 * Something went wrong and the console goes on. Shown in words; problems alike in source and {@code doing} are grouped and
 * counted.
 *
 * @param source which source or part of the console
 * @param doing what was being done
 * @param cause why it failed
 * @param nextStep what happens now or what to do
 * @param at when
 */
public record Problem(String source, String doing, String cause, String nextStep, Instant at) implements ConsoleEvent {

    /** Checks that every part is there. */
    public Problem {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(doing, "doing");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(nextStep, "nextStep");
        Objects.requireNonNull(at, "at");
    }
}
