package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;

/** Which row: a key is unique within its source and topic only. */
record RowKey(String source, String topic, String key) {

    static RowKey of(WorkEvent event) {
        return new RowKey(event.source(), event.topic(), event.key());
    }
}
