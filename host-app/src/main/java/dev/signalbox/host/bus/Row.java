package dev.signalbox.host.bus;

import dev.signalbox.api.WorkEvent;
import org.jspecify.annotations.Nullable;

/** One row of the current picture, and its place among the rows of its kind. */
final class Row {
    final TopicRows topic;
    final String key;
    WorkEvent now;
    RowsByAge kind;

    // for LinkedRows
    @Nullable Row older;

    @Nullable Row newer;

    // for NumberedRows
    int place;
    long number;

    Row(TopicRows topic, WorkEvent now, RowsByAge kind) {
        this.topic = topic;
        this.key = now.key();
        this.now = now;
        this.kind = kind;
    }
}
