package dev.signalbox.api;

import java.time.Instant;
import java.util.Objects;

/**
 * Every key of a bounded watch is settled.
 *
 * @param source which source
 * @param topic which topic
 * @param total how many keys the watch had
 * @param failed how many of them failed
 * @param at when
 */
public record WatchSettled(String source, String topic, int total, int failed, Instant at) implements ConsoleEvent {

    /** Checks that every part is there. */
    public WatchSettled {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(at, "at");
    }
}
