package dev.signalbox.api;

import java.time.Instant;
import java.util.Objects;

/**
 * One piece of work is no longer followed; its row goes.
 *
 * @param source where it came from
 * @param topic what kind of thing it was
 * @param key which one
 * @param at when
 */
public record WorkRemoved(String source, String topic, String key, Instant at) implements SourceEvent {

    /** Checks that every part is there. */
    public WorkRemoved {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
    }
}
