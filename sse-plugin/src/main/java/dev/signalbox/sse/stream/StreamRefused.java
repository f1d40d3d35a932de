package dev.signalbox.sse.stream;

import org.jspecify.annotations.Nullable;

/** The server's answer, or its certificate, will be the same next time: asking again as things are will not help. */
public final class StreamRefused extends StreamFailure {
    private static final long serialVersionUID = 1L;

    private final String nextStep;

    StreamRefused(String message, String nextStep, @Nullable Throwable cause) {
        super(message, cause);
        this.nextStep = nextStep;
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
