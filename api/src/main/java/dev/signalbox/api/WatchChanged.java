package dev.signalbox.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * The set of keys followed became known or changed, so that keys which have not moved yet can be shown.
 *
 * @param source which source
 * @param topic which topic
 * @param keys the whole set; keys that are gone were removed with a {@link WorkRemoved} each
 * @param at when
 */
public record WatchChanged(String source, String topic, Set<String> keys, Instant at) implements ConsoleEvent {

    /** Checks that every part is there and copies the keys. */
    public WatchChanged {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(topic, "topic");
        keys = Set.copyOf(keys);
        Objects.requireNonNull(at, "at");
    }
}
