package dev.signalbox.host.bus;

import dev.signalbox.api.WorkEvent;
import org.jspecify.annotations.Nullable;

/** One row of the current picture, and its place among the rows of its kind. */
final class Row {
    final TopicRows topic;
    final String key;
    WorkEvent now;
    RowsByAge kind;

    // the links of RowsByAge
    @Nullable Row older;

    @Nullable Row newer;

    Row(TopicRows topic, WorkEvent now, RowsByAge kind) {
        this.topic = topic;
        this.key = now.key();
        this.now = now;
        this.kind = kind;
    }
}
