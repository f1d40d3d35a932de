package dev.signalbox.host.order;

import dev.signalbox.host.ui.Texts;

/**
 * What the status column says where a feed said nothing, so that it can be searched too.
 *
 * @param quiet for a row without an update
 * @param none for an update without a status
 */
record StatusWords(String quiet, String none) {

    static StatusWords of(Texts texts) {
        return new StatusWords(texts.get("status.quiet"), texts.get("status.none"));
    }

    /** The status as the table shows it. */
    String of(OrderRow row) {
        if (!row.moved()) {
            return quiet;
        }
        return row.status().isBlank() ? none : row.status();
    }
}
