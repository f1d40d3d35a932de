package dev.signalbox.host.bench.ui;

import java.util.Locale;

/** What the operator has set. */
enum Mode {
    /** Every order, in the order of the ids. */
    PLAIN,
    /** About half of the orders, and which ones changes all the time; sorted by the message, then the id. */
    SORTED_FILTERED;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Mode of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
