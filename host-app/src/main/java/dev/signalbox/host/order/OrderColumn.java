package dev.signalbox.host.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns, in the order they stand at first. */
enum OrderColumn {
    ORDER(0, 132),
    STATE(1, 124),
    STATUS(2, 140),
    MESSAGE(3, 320),
    UPDATED(4, 136),
    AGE(5, 88),
    TOPIC(6, 96),
    SOURCE(7, 112);

    static final List<OrderColumn> ALL = List.of(values());

    private static final int MEANING_BITS = 3;

    private final int index;
    private final int width;

    OrderColumn(int index, int width) {
        this.index = index;
        this.width = width;
    }

    /** Its place in the model. */
    int index() {
        return index;
    }

    /** One bit of its own, for sets of columns that must cost nothing. */
    int bit() {
        return 1 << index;
    }

    int width() {
        return width;
    }

    /** Compares two rows by what this column shows. */
    int compare(OrderRow a, OrderRow b) {
        return switch (this) {
            case ORDER -> NaturalOrder.compare(a.id(), b.id());
            case STATE -> NaturalOrder.compareLetters(a.state(), b.state());
            case STATUS -> {
                int byMeaning = a.meaning().compareTo(b.meaning());
                yield byMeaning != 0 ? byMeaning : NaturalOrder.compareLetters(a.status(), b.status());
            }
            case MESSAGE -> NaturalOrder.compareLetters(a.message(), b.message());
            case UPDATED -> a.updated().compareTo(b.updated());
            case AGE -> b.stateSince().compareTo(a.stateSince());
            case TOPIC -> NaturalOrder.compareLetters(a.key().topic(), b.key().topic());
            case SOURCE -> NaturalOrder.compareLetters(a.key().source(), b.key().source());
        };
    }

    /** Puts what {@link #compare} looks at into a key. */
    void pack(OrderRow row, SortKey key) {
        switch (this) {
            case ORDER -> key.number(row.label());
            case STATE -> key.text(row.state());
            case STATUS -> {
                key.small(row.meaning().rank(), MEANING_BITS);
                key.text(row.status());
            }
            case MESSAGE -> key.text(row.message());
            case UPDATED -> key.instant(row.updated());
            case AGE -> key.sooner(row.stateSince());
            case TOPIC -> key.text(row.key().topic());
            case SOURCE -> key.text(row.key().source());
        }
    }

    /** Whether the first click on its header puts the greatest first: of times the newest, of ages the longest. */
    boolean greatestFirst() {
        return isTime();
    }

    /** Whether it shows a time, in words that change by themselves. */
    boolean isTime() {
        return this == UPDATED || this == AGE;
    }

    /** Whether it is shown only where it tells rows apart. */
    boolean needsSeveral() {
        return this == TOPIC || this == SOURCE;
    }

    /** Its name in texts and remembered state. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OrderColumn> named(String key) {
        return ALL.stream().filter(column -> column.key().equals(key)).findFirst();
    }
}
