package dev.signalbox.host.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns, in the order they stand at first. */
enum OrderColumn {
    ORDER(132),
    STATE(124),
    STATUS(148),
    MESSAGE(320),
    UPDATED(152),
    TOPIC(96),
    SOURCE(112);

    static final List<OrderColumn> ALL = List.of(values());

    private final int width;

    OrderColumn(int width) {
        this.width = width;
    }

    /** Its place in the model. */
    int index() {
        return ALL.indexOf(this);
    }

    int width() {
        return width;
    }

    /** Compares two rows by what this column shows. */
    int compare(OrderRow a, OrderRow b) {
        return switch (this) {
            case ORDER -> NaturalOrder.compare(a.id(), b.id());
            case STATE -> NaturalOrder.compare(a.state(), b.state());
            case STATUS -> {
                int byMeaning = a.meaning().compareTo(b.meaning());
                yield byMeaning != 0 ? byMeaning : NaturalOrder.compare(a.status(), b.status());
            }
            case MESSAGE -> NaturalOrder.compare(a.message(), b.message());
            case UPDATED -> a.updated().compareTo(b.updated());
            case TOPIC -> NaturalOrder.compare(a.key().topic(), b.key().topic());
            case SOURCE -> NaturalOrder.compare(a.key().source(), b.key().source());
        };
    }

    /** Whether the first click on its header puts the greatest first: of times, one wants the newest. */
    boolean greatestFirst() {
        return this == UPDATED;
    }

    /** Its name in texts and remembered state. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OrderColumn> named(String key) {
        return ALL.stream().filter(column -> column.key().equals(key)).findFirst();
    }
}
