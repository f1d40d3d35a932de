package dev.signalbox.host.tail;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Knows how each source stands, and so when the tail is over and with which exit code. One thread. */
final class Endings {
    /** Beyond so many rows that failed it is not remembered which, only that some did. */
    static final int MOST_FAILED = 200_000;

    private final TailOptions options;
    private final Map<String, Standing> sources = new LinkedHashMap<>();
    private final Set<List<String>> failing = new HashSet<>();
    private boolean moreFailed;
    private long events;

    Endings(TailOptions options) {
        this.options = options;
    }

    private static final class Standing {
        private final Map<String, Topic> topics = new HashMap<>();
        private ConnectionState state = ConnectionState.IDLE;

        boolean over() {
            return state == ConnectionState.CLOSED || state == ConnectionState.FAILED;
        }

        boolean settled() {
            return !topics.isEmpty() && topics.values().stream().allMatch(topic -> topic.settled);
        }
    }

    private static final class Topic {
        private Set<String> keys = Set.of();
        private boolean bounded;
        private boolean settled;
    }

    void note(ConsoleEvent event) {
        if (event instanceof WorkEvent work) {
            events++;
            note(work);
        } else if (event instanceof WorkRemoved removed) {
            failing.remove(List.of(removed.source(), removed.topic(), removed.key()));
        } else if (event instanceof ConnectionChanged changed) {
            standing(changed.source()).state = changed.state();
        } else if (event instanceof WatchChanged watch) {
            Topic topic = topic(watch.source(), watch.topic());
            // A source that reconnects tells the same set again, and is not told again that it is settled.
            topic.settled = topic.settled && topic.keys.equals(watch.keys());
            topic.bounded = true;
            topic.keys = watch.keys();
        } else if (event instanceof WatchSettled settled) {
            Topic topic = topic(settled.source(), settled.topic());
            topic.bounded = true;
            topic.settled = true;
        }
    }

    /** The exit code, once it is over. */
    OptionalInt over() {
        if (options.maxEvents().isPresent() && events >= options.maxEvents().getAsLong()) {
            return OptionalInt.of(ExitCode.AS_ASKED);
        }
        boolean all = !sources.isEmpty()
                && sources.values().stream()
                        .allMatch(source -> source.over() || (options.untilSettled() && source.settled()));
        if (!all) {
            return OptionalInt.empty();
        }
        if (sources.values().stream().anyMatch(source -> source.state == ConnectionState.FAILED)) {
            return OptionalInt.of(ExitCode.FATAL);
        }
        return OptionalInt.of(failing.isEmpty() && !moreFailed ? ExitCode.AS_ASKED : ExitCode.WITH_FAILURES);
    }

    /** Whether what the event speaks of has no end that is known: no set of keys was named. */
    boolean open(WorkEvent work) {
        return !topic(work.source(), work.topic()).bounded;
    }

    private void note(WorkEvent work) {
        List<String> row = List.of(work.source(), work.topic(), work.key());
        if (!work.failed()) {
            failing.remove(row);
        } else if (failing.size() < MOST_FAILED) {
            failing.add(row);
        } else {
            moreFailed = true;
        }
        Topic topic = topic(work.source(), work.topic());
        topic.settled = topic.settled && work.settled();
    }

    private Topic topic(String source, String topic) {
        return standing(source).topics.computeIfAbsent(topic, unseen -> new Topic());
    }

    private Standing standing(String source) {
        return sources.computeIfAbsent(source, unseen -> new Standing());
    }
}
