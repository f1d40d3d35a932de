package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a status says to an operator. The order of the constants is the order a sorted status column shows. */
enum Meaning {
    FAILED("status-bad"),
    MOVING("status-moving"),
    /** A status nobody told us about, kept as it came. */
    UNKNOWN("status-unknown"),
    SETTLED("status-good"),
    /** Followed, and no update yet. */
    QUIET("status-quiet");

    /** COMPLETED alone is a step done: the order's state says that more is to come. */
    private static final Set<String> UNDER_WAY = Set.of("IN_PROGRESS", "COMPLETED");

    private final String icon;

    Meaning(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    /** Whether its icon is lines on the ground of the row, not a shape with a ground of its own. */
    boolean isOutlined() {
        return this != FAILED && this != SETTLED;
    }

    static Meaning of(@Nullable WorkEvent event) {
        if (event == null) {
            return QUIET;
        }
        if (event.failed()) {
            return FAILED;
        }
        if (event.settled()) {
            return SETTLED;
        }
        return UNDER_WAY.contains(event.status().toUpperCase(Locale.ROOT)) ? MOVING : UNKNOWN;
    }
}
