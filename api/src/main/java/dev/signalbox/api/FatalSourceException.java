package dev.signalbox.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends a session when trying again as things are will not help: access refused, a wrong address, a wrong kind of answer, a
 * bad certificate. The message says why; {@link #nextStep} says what a person can do.
 */
public final class FatalSourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String nextStep;

    /**
     * Makes an exception without a cause.
     *
     * @param reason why, in words an operator reads
     * @param nextStep what to do next, in words an operator reads
     */
    public FatalSourceException(String reason, String nextStep) {
        this(reason, nextStep, null);
    }

    /**
     * Makes an exception with a cause, which is logged and not shown.
     *
     * @param reason why, in words an operator reads
     * @param nextStep what to do next, in words an operator reads
     * @param cause what lies behind it, or null
     */
    public FatalSourceException(String reason, String nextStep, @Nullable Throwable cause) {
        super(Objects.requireNonNull(reason, "reason"), cause);
        this.nextStep = Objects.requireNonNull(nextStep, "nextStep");
    }

    /**
     * What a person can do about it.
     *
     * @return a sentence
     */
    public String nextStep() {
        return nextStep;
    }
}
