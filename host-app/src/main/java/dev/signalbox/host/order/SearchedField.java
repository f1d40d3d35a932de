package dev.signalbox.host.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a row a search can name. In the order a word is looked for: where it is found soonest first. */
enum SearchedField {
    ORDER,
    STATE,
    STATUS,
    TOPIC,
    SOURCE,
    MESSAGE;

    /** In the order the table shows them. */
    static final List<String> NAMES = List.of("order", "state", "status", "message", "topic", "source");

    private static final String ORDER_TOO = "id";

    static Optional<SearchedField> named(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(ORDER_TOO)) {
            return Optional.of(ORDER);
        }
        return NAMES.contains(key) ? Optional.of(valueOf(key.toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    /** Whether it is part of what the row is, and never changes. */
    boolean isFixed() {
        return this == ORDER || this == TOPIC || this == SOURCE;
    }

    String of(OrderRow row, StatusWords words) {
        return switch (this) {
            case ORDER -> row.id();
            case STATE -> row.state();
            case STATUS -> words.of(row);
            case TOPIC -> row.key().topic();
            case SOURCE -> row.key().source();
            case MESSAGE -> row.message();
        };
    }
}
