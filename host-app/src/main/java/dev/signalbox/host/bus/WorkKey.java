package dev.signalbox.host.bus;

import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;

/** What makes two events speak of the same row. */
record WorkKey(String source, String topic, String key) {

    static WorkKey of(WorkEvent event) {
        return new WorkKey(event.source(), event.topic(), event.key());
    }

    static WorkKey of(WorkRemoved event) {
        return new WorkKey(event.source(), event.topic(), event.key());
    }
}
