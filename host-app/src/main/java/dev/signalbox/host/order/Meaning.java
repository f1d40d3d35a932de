package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import org.jspecify.annotations.Nullable;

/** What a status says to an operator. The order of the constants is the order a sorted status column shows. */
enum Meaning {
    FAILED(0, "status-bad"),
    MOVING(1, "status-moving"),
    /** A status nobody told us about, kept as it came. */
    UNKNOWN(2, "status-unknown"),
    SETTLED(3, "status-good"),
    /** Followed, and no update yet. */
    QUIET(4, "status-quiet");

    private final int rank;
    private final String icon;

    Meaning(int rank, String icon) {
        this.rank = rank;
        this.icon = icon;
    }

    /** Its place in the order of the constants. */
    int rank() {
        return rank;
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
        return isUnderWay(event.status()) ? MOVING : UNKNOWN;
    }

    /** COMPLETED alone is a step done: the order's state says that more is to come. */
    private static boolean isUnderWay(String status) {
        // As feeds write them, before all the ways they could.
        return status.equals("IN_PROGRESS")
                || status.equals("COMPLETED")
                || status.equalsIgnoreCase("IN_PROGRESS")
                || status.equalsIgnoreCase("COMPLETED");
    }
}
