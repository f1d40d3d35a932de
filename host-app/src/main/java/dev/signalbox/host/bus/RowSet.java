package dev.signalbox.host.bus;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows were seen, for a pass over a backlog: makes no object for a row. */
final class RowSet {
    private final @Nullable String[] keys;
    private final int[] scopes;
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
    private String lastSource = "";
    private String lastTopic = "";
    private int lastScope = -1;
    private int scopesSoFar;

    /** Makes a set for so many rows at most. */
    RowSet(int most) {
        int places = Integer.highestOneBit(Math.max(8, most)) << 2;
        this.keys = new String[places];
        this.scopes = new int[places];
    }

    /** Adds a row; returns whether it was not there. */
    boolean add(String source, String topic, String key) {
        int scope = scope(source, topic);
        int hash = (key.hashCode() + scope) * 0x9E3779B9;
        int place = (hash ^ (hash >>> 15)) & (keys.length - 1);
        for (String other = keys[place]; other != null; other = keys[place]) {
            if (scopes[place] == scope && other.equals(key)) {
                return false;
            }
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        scopes[place] = scope;
        return true;
    }

    /** Source and topic as a number; in most backlogs there is one. */
    private int scope(String source, String topic) {
        if (lastScope < 0 || !source.equals(lastSource) || !topic.equals(lastTopic)) {
            lastScope = numbers.computeIfAbsent(source, any -> new HashMap<>())
                    .computeIfAbsent(topic, any -> scopesSoFar++);
            lastSource = source;
            lastTopic = topic;
        }
        return lastScope;
    }
}
