package dev.signalbox.api;

import java.time.Instant;
import java.util.Objects;

/**
 * A line for the feed of notices. Notices are never merged; over its bound the console drops the oldest and counts them.
 *
 * @param source where it came from
 * @param topic what it speaks of
 * @param title a few words
 * @param message the rest
 * @param at when
 */
public record Notice(String source, String topic, String title, String message, Instant at) implements SourceEvent {

    /** Checks that every part is there. */
    public Notice {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(at, "at");
    }
}
