package dev.signalbox.host.bus;

import dev.signalbox.api.WatchChanged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one source and topic by key, and their watch. */
final class TopicRows {
    final String source;
    final String topic;
    final Map<String, Row> rows = new HashMap<>();
    private @Nullable WatchChanged watch;

    /** Keys of the watch that were removed since it was told: a latecomer must not get them as rows. */
    private final Set<String> gone = new HashSet<>();

    TopicRows(String source, String topic) {
        this.source = source;
        this.topic = topic;
    }

    boolean is(String otherSource, String otherTopic) {
        return source.equals(otherSource) && topic.equals(otherTopic);
    }

    void watched(WatchChanged changed) {
        watch = changed;
        gone.clear();
    }

    void unwatched() {
        watch = null;
        gone.clear();
    }

    void cameBack(String key) {
        if (!gone.isEmpty()) {
            gone.remove(key);
        }
    }

    void removed(String key) {
        if (watch != null && watch.keys().contains(key)) {
            gone.add(key);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty() && watch == null;
    }

    Optional<WatchChanged> watch() {
        if (watch == null || gone.isEmpty()) {
            return Optional.ofNullable(watch);
        }
        Set<String> left = new HashSet<>(watch.keys());
        left.removeAll(gone);
        return left.isEmpty() ? Optional.empty() : Optional.of(new WatchChanged(source, topic, left, watch.at()));
    }
}
