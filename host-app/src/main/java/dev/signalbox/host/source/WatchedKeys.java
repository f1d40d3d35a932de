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
import java.util.function.IntSupplier;

/** All watches of one source, by topic, and the resume tokens that speak for their rows. Any thread. */
final class WatchedKeys {
    /** A source has few; one that makes up new ones must not fill the memory. */
    private static final int MOST_SCOPES = 16;

    private final String source;
    private final IntSupplier mostOpenKeys;

    // guarded by this
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** An open watch remembers so many keys as there may be when it begins. */
    WatchedKeys(String source, IntSupplier mostOpenKeys) {
        this.source = source;
        this.mostOpenKeys = mostOpenKeys;
    }

    /** What passes the watch, and what failed outside it. */
    record Sifted(List<? extends SourceEvent> followed, int outside, List<WorkEvent> failedOutside) {}

    /** Sifts events, which must not change any more: where all pass, as they nearly always do, it is their list that passes. */
    synchronized Sifted sift(List<? extends SourceEvent> events) {
        List<SourceEvent> followed = null;
        List<WorkEvent> failedOutside = new ArrayList<>(0);
        int outside = 0;
        String topic = "";
        Watch watch = null;
        for (int i = 0; i < events.size(); i++) {
            SourceEvent event = events.get(i);
            boolean passes = true;
            if (event instanceof WorkEvent || event instanceof WorkRemoved) {
                // neighbours are seldom of different topics
                if (watch == null || !topic.equals(event.topic())) {
                    topic = event.topic();
                    watch = watch(topic);
                }
                passes = note(event, watch);
            }
            if (!passes) {
                outside++;
                followed = followed == null ? new ArrayList<>(events.subList(0, i)) : followed;
                if (event instanceof WorkEvent work && work.failed()) {
                    failedOutside.add(work);
                }
            } else if (followed != null) {
                followed.add(event);
            }
        }
        return new Sifted(followed == null ? events : followed, outside, failedOutside);
    }

    /** Makes a watch bounded; returns the removals of what is no longer followed. */
    synchronized List<WorkRemoved> bound(String topic, Set<String> keys, WhenSettled then, Instant now) {
        List<WorkRemoved> removed = new ArrayList<>();
        for (String gone : watch(topic).bound(keys, then)) {
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
        boolean any = false;
        for (Watch watch : watches.values()) {
            if (watch.bounded()) {
                if (!watch.allSettled() || watch.then() != WhenSettled.CLOSE) {
                    return false;
                }
                any = true;
            }
        }
        return any;
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

    /** Returns whether the event passes. */
    private static boolean note(SourceEvent event, Watch watch) {
        if (event instanceof WorkEvent work) {
            return watch.note(work);
        }
        if (event instanceof WorkRemoved removed) {
            watch.remove(removed.key());
        }
        return true;
    }

    private Watch watch(String topic) {
        Watch known = watches.get(topic);
        return known == null ? begin(topic) : known;
    }

    private Watch begin(String topic) {
        Watch begun = new Watch(mostOpenKeys.getAsInt());
        watches.put(topic, begun);
        return begun;
    }
}
