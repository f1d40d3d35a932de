package dev.signalbox.host.bus;

import org.jspecify.annotations.Nullable;

/** One row of the current picture, and its place among the rows of its kind. */
final class Row {
    final TopicRows topic;
    final String key;

    /** Its number among all rows; another row may get it later. */
    final int slot;

    RowsByAge kind;

    // for LinkedRows
    @Nullable Row older;

    @Nullable Row newer;

    // for NumberedRows
    int place;
    long number;

    Row(TopicRows topic, String key, int slot, RowsByAge kind) {
        this.topic = topic;
        this.key = key;
        this.slot = slot;
        this.kind = kind;
    }
}
