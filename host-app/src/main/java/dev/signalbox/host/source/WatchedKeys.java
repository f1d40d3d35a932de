package dev.signalbox.host.source;

import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WhenSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All watches of one source, by topic, and the resume tokens that speak for their rows. Any thread. */
final class WatchedKeys {
    /** A source has few; one that makes up new ones must not fill the memory. */
    private static final int MOST_SCOPES = 16;

    private final String source;

    // guarded by this
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    WatchedKeys(String source) {
        this.source = source;
    }

    /** What passes the watch, and what failed outside it. */
    record Sifted(List<SourceEvent> followed, int outside, List<WorkEvent> failedOutside) {}

    synchronized Sifted sift(List<? extends SourceEvent> events, int mostOpenKeys) {
        List<SourceEvent> followed = new ArrayList<>(events.size());
        List<WorkEvent> failedOutside = new ArrayList<>();
        int outside = 0;
        for (SourceEvent event : events) {
            if (event instanceof WorkEvent work) {
                if (watch(work.topic(), mostOpenKeys).note(work)) {
                    followed.add(work);
                } else {
                    outside++;
                    if (work.failed()) {
                        failedOutside.add(work);
                    }
                }
            } else {
                if (event instanceof WorkRemoved removed) {
                    watch(removed.topic(), mostOpenKeys).remove(removed.key());
                }
                followed.add(event);
            }
        }
        return new Sifted(followed, outside, failedOutside);
    }

    /** Makes a watch bounded; returns the removals of what is no longer followed. */
    synchronized List<WorkRemoved> bound(
            String topic, Set<String> keys, WhenSettled then, int mostOpenKeys, Instant now) {
        List<WorkRemoved> removed = new ArrayList<>();
        for (String gone : watch(topic, mostOpenKeys).bound(keys, then)) {
            removed.add(new WorkRemoved(source, topic, gone, now));
        }
        return removed;
    }

    /** The watches that are settled and were not said to be yet. */
    synchronized List<WatchSettled> newlySettled(Instant now) {
        List<WatchSettled> settled = new ArrayList<>();
        watches.forEach((topic, watch) -> {
            if (watch.tellSettled()) {
                settled.add(new WatchSettled(source, topic, watch.total(), watch.failed(), now));
            }
        });
        return settled;
    }

    synchronized void takeSeenAsWhole() {
        watches.values().forEach(Watch::takeSeenAsWhole);
    }

    /** Whether every bounded watch is settled and wants the session closed. */
    synchronized boolean done() {
        List<Watch> bounded = watches.values().stream().filter(Watch::bounded).toList();
        return !bounded.isEmpty()
                && bounded.stream().allMatch(watch -> watch.allSettled() && watch.then() == WhenSettled.CLOSE);
    }

    synchronized boolean incomplete() {
        return watches.values().stream().anyMatch(Watch::incomplete);
    }

    synchronized int total() {
        return watches.values().stream().mapToInt(Watch::total).sum();
    }

    synchronized int settled() {
        return watches.values().stream().mapToInt(Watch::settled).sum();
    }

    /** Forgets every key and token; returns the removals of the rows. */
    synchronized List<WorkRemoved> clear(Instant now) {
        List<WorkRemoved> removed = new ArrayList<>();
        watches.forEach(
                (topic, watch) -> watch.keys().forEach(key -> removed.add(new WorkRemoved(source, topic, key, now))));
        watches.clear();
        tokens.clear();
        return removed;
    }

    synchronized boolean empty() {
        return watches.values().stream().allMatch(watch -> watch.total() == 0);
    }

    synchronized String token(String scope) {
        return tokens.getOrDefault(scope, "");
    }

    synchronized void keepToken(String scope, String newToken) {
        tokens.remove(scope);
        if (!newToken.isEmpty()) {
            tokens.put(scope, newToken);
        }
        if (tokens.size() > MOST_SCOPES) {
            tokens.remove(tokens.keySet().iterator().next());
        }
    }

    private Watch watch(String topic, int mostOpenKeys) {
        return watches.computeIfAbsent(topic, unseen -> new Watch(mostOpenKeys));
    }
}
