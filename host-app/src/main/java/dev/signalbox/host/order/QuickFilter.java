package dev.signalbox.host.order;

import java.util.Locale;

/** The filters that are one click away. */
enum QuickFilter {
    ALL,
    MOVING,
    SETTLED,
    FAILED;

    boolean accepts(OrderRow row) {
        return switch (this) {
            case ALL -> true;
            case MOVING -> row.moving();
            case SETTLED -> row.settled();
            case FAILED -> row.failed();
        };
    }

    int count(OrderCounts counts) {
        return switch (this) {
            case ALL -> counts.total();
            case MOVING -> counts.moving();
            case SETTLED -> counts.settled();
            case FAILED -> counts.failed();
        };
    }

    /** Its name in texts, component names and remembered state. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
