package dev.signalbox.host.bus;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The current picture: the last event of each connection, watch and row. Says which rows go when there are too many: the
 * settled first, then the moving, then the failed, the oldest of each first. Not thread-safe.
 */
final class CurrentEvents {
    private final RowsByAge settled = new LinkedRows();
    private final RowsByAge moving = new NumberedRows();
    private final RowsByAge failed = new LinkedRows();
    private final List<RowsByAge> firstToGo = List.of(settled, moving, failed);
    private final Map<String, ConnectionChanged> connections = new LinkedHashMap<>();
    private final Map<List<String>, TopicRows> topics = new LinkedHashMap<>();
    private final LatestEvents latest = new LatestEvents();
    private TopicRows last = new TopicRows("", "");
    private int rows;

    void apply(ConsoleEvent event) {
        if (event instanceof WorkEvent work) {
            moved(work);
        } else if (event instanceof WorkRemoved removed) {
            remove(topic(removed.source(), removed.topic()), removed.key());
        } else if (event instanceof ConnectionChanged changed) {
            connections.put(changed.source(), changed);
        } else if (event instanceof WatchChanged changed) {
            topic(changed.source(), changed.topic()).watched(changed);
        } else if (event instanceof SourceWithdrawn withdrawn) {
            withdraw(withdrawn.source());
        }
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** What of the picture is wanted: connections, watches, then rows. */
    <E extends ConsoleEvent> List<E> replay(Interest<E> interest) {
        List<ConsoleEvent> all = new ArrayList<>(rows + connections.size() + topics.size());
        all.addAll(connections.values());
        topics.values().forEach(topic -> topic.watch().ifPresent(all::add));
        List<Row> inOrder = new ArrayList<>(rows);
        firstToGo.forEach(kind -> kind.addTo(inOrder));
        inOrder.forEach(row -> all.add(latest.get(row.slot)));
        return all.stream()
                .filter(event -> interest.wants(event.getClass()))
                .map(interest.type()::cast)
                .toList();
    }

    /** Lets go of so many rows and returns their removals. */
    List<WorkRemoved> letGo(int count) {
        List<WorkRemoved> gone = new ArrayList<>(count);
        Instant now = Instant.now();
        for (RowsByAge kind : firstToGo) {
            for (Row row = kind.oldest(); row != null && gone.size() < count; row = kind.oldest()) {
                gone.add(new WorkRemoved(row.topic.source, row.topic.topic, row.key, now));
                remove(row.topic, row.key);
            }
        }
        return List.copyOf(gone);
    }

    private void moved(WorkEvent work) {
        TopicRows topic = topic(work.source(), work.topic());
        RowsByAge kind = work.failed() ? failed : work.settled() ? settled : moving;
        String key = work.key();
        Row row = topic.rows.get(key);
        if (row == null) {
            row = new Row(topic, key, latest.add(), kind);
            topic.rows.put(key, row);
            rows++;
            kind.add(row);
        } else {
            if (row.kind == kind) {
                kind.moved(row);
            } else {
                row.kind.remove(row);
                row.kind = kind;
                kind.add(row);
            }
        }
        latest.set(row.slot, work);
        topic.cameBack(key);
    }

    private void remove(TopicRows topic, String key) {
        Row row = topic.rows.remove(key);
        if (row != null) {
            row.kind.remove(row);
            latest.remove(row.slot);
            rows--;
        }
        topic.removed(key);
        forgetIfEmpty(topic);
    }

    private void withdraw(String source) {
        connections.remove(source);
        for (TopicRows topic : List.copyOf(topics.values())) {
            if (topic.source.equals(source)) {
                topic.unwatched();
                forgetIfEmpty(topic);
            }
        }
    }

    /** Nearly always the same as the last time. */
    private TopicRows topic(String source, String topic) {
        if (!last.is(source, topic) || last.isEmpty()) {
            last = topics.computeIfAbsent(List.of(source, topic), any -> new TopicRows(source, topic));
        }
        return last;
    }

    private void forgetIfEmpty(TopicRows topic) {
        if (topic.isEmpty()) {
            topics.remove(List.of(topic.source, topic.topic));
        }
    }
}
