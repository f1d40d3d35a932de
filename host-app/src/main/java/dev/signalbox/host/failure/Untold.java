package dev.signalbox.host.failure;

import dev.signalbox.api.WatchSettled;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened in the log and the list was not yet told. Belongs to whoever holds the log's lock. */
final class Untold {
    private final Set<Failure.Key> keys = new LinkedHashSet<>();
    private final Map<List<String>, WatchSettled> settled = new LinkedHashMap<>();
    private int failings;
    private int dropped;

    void changed(Failure.Key key) {
        keys.add(key);
    }

    void failed(Failure.Key key) {
        keys.add(key);
        failings++;
    }

    void dropped(Failure.Key key) {
        keys.add(key);
        dropped++;
    }

    void settled(WatchSettled watch) {
        settled.put(List.of(watch.source(), watch.topic()), watch);
    }

    /** Adds what happened after this. */
    void add(Untold later) {
        keys.addAll(later.keys);
        settled.putAll(later.settled);
        failings += later.failings;
        dropped += later.dropped;
    }

    boolean isEmpty() {
        return keys.isEmpty() && settled.isEmpty();
    }

    Set<Failure.Key> keys() {
        return keys;
    }

    List<WatchSettled> settled() {
        return List.copyOf(settled.values());
    }

    int failings() {
        return failings;
    }

    int dropped() {
        return dropped;
    }
}
