package dev.signalbox.sse.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why a stream could not be opened or did not last. The message is a sentence for an operator; the subtype says what the
 * caller can do about it.
 */
public abstract sealed class StreamFailure extends IOException permits StreamRefused, StreamUnavailable, StreamLost {
    private static final long serialVersionUID = 1L;

    StreamFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
