package dev.signalbox.sse;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no token now; there may be one later, so the stream is tried again like one that was lost. */
final class TokenUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    TokenUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
