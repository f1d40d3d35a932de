package dev.signalbox.host.plugin;

import org.jspecify.annotations.Nullable;

/** A plug-in did not pass the checks; the message ends a sentence that begins with where it lies. */
final class PluginRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    PluginRefusedException(String reason) {
        this(reason, null);
    }

    PluginRefusedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
