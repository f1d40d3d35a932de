package dev.signalbox.host.source;

import dev.signalbox.api.WhenSettled;
import dev.signalbox.api.WorkEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of one topic that are followed, and how each stands. Open until the whole set is known, then bounded. An open
 * watch remembers a bounded number of keys, the oldest settled ones are forgotten first. Guarded by its owner.
 */
final class Watch {
    private enum Standing {
        NOT_MOVED,
        MOVING,
        SETTLED,
        FAILED
    }

    private final int mostOpenKeys;
    private final Map<String, Standing> keys = new LinkedHashMap<>();
    private final Set<String> settledWell = new LinkedHashSet<>();
    private boolean bounded;
    private WhenSettled then = WhenSettled.CLOSE;
    private int settled;
    private int failed;
    private boolean settledTold;

    Watch(int mostOpenKeys) {
        this.mostOpenKeys = mostOpenKeys;
    }

    /** Takes the whole set; returns the keys that are no longer followed. */
    List<String> bound(Set<String> whole, WhenSettled whenSettled) {
        // Told again, the same set is nothing new: a source that reconnects tells it every time.
        settledTold = settledTold && bounded && keys.keySet().equals(whole);
        bounded = true;
        then = whenSettled;
        List<String> gone = new ArrayList<>();
        for (String key : keys.keySet()) {
            if (!whole.contains(key)) {
                gone.add(key);
            }
        }
        gone.forEach(this::remove);
        whole.forEach(key -> keys.putIfAbsent(key, Standing.NOT_MOVED));
        return gone;
    }

    /** Takes the keys seen so far as the whole set; does nothing to a bounded watch. */
    void takeSeenAsWhole() {
        bounded = true;
    }

    /** Notes an event; returns whether its key is followed. */
    boolean note(WorkEvent event) {
        if (bounded && !keys.containsKey(event.key())) {
            return false;
        }
        Standing now = !event.settled() ? Standing.MOVING : event.failed() ? Standing.FAILED : Standing.SETTLED;
        Standing before = keys.put(event.key(), now);
        if (before != now) {
            count(before, -1);
            count(now, 1);
            if (before == Standing.SETTLED) {
                settledWell.remove(event.key());
            } else if (now == Standing.SETTLED && !bounded) {
                settledWell.add(event.key());
            }
        }
        if (!allSettled()) {
            settledTold = false;
        }
        if (!bounded && keys.size() > mostOpenKeys) {
            forgetOldest();
        }
        return true;
    }

    void remove(String key) {
        settledWell.remove(key);
        count(keys.remove(key), -1);
    }

    boolean bounded() {
        return bounded;
    }

    WhenSettled then() {
        return then;
    }

    /** An empty watch is not settled: nothing was awaited, so nothing has arrived. */
    boolean allSettled() {
        return bounded && !keys.isEmpty() && settled == keys.size();
    }

    boolean incomplete() {
        return bounded && settled < keys.size();
    }

    /** Whether all are settled and it was not said yet; says it. */
    boolean tellSettled() {
        if (!allSettled() || settledTold) {
            return false;
        }
        settledTold = true;
        return true;
    }

    int total() {
        return keys.size();
    }

    int settled() {
        return settled;
    }

    int failed() {
        return failed;
    }

    Set<String> keys() {
        return new HashSet<>(keys.keySet());
    }

    private void count(@org.jspecify.annotations.Nullable Standing standing, int by) {
        if (standing == Standing.SETTLED || standing == Standing.FAILED) {
            settled += by;
        }
        if (standing == Standing.FAILED) {
            failed += by;
        }
    }

    private void forgetOldest() {
        Set<String> from = settledWell.isEmpty() ? keys.keySet() : settledWell;
        remove(from.iterator().next());
    }
}
