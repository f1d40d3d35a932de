package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import org.jspecify.annotations.Nullable;

/**
 * What somebody subscribes for.
 *
 * @param label in words; may be empty
 * @param except events of this kind are not wanted; null when all are
 */
record Purpose(String label, @Nullable Class<? extends ConsoleEvent> except) {
    static final Purpose UNSAID = new Purpose("", null);

    boolean leavesOut(Class<?> type) {
        return except != null && except.isAssignableFrom(type);
    }
}
