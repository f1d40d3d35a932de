package dev.signalbox.sse.stream;

import org.jspecify.annotations.Nullable;

/** The network failed, before the answer or in the middle of it: ask again. */
public final class StreamLost extends StreamFailure {
    private static final long serialVersionUID = 1L;

    StreamLost(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
