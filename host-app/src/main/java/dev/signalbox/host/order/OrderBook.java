package dev.signalbox.host.order;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every order and every other work followed, one row each, in order of arrival. Updates are merged by source, topic and
 * key. Belongs to the EDT and knows nothing of Swing.
 */
final class OrderBook {
    private static final int RUN = 64;

    private final List<OrderRow> rows = new ArrayList<>();
    private final List<OrderRow> rowsSeen = Collections.unmodifiableList(rows);
    private final RowsBySlot slots = new RowsBySlot();
    private final KeyedRows byKey = new KeyedRows(slots);
    private final Map<String, Integer> rowsBySource = new TreeMap<>();
    private final Map<String, Integer> rowsByTopic = new TreeMap<>();
    private final RowCounters counters = new RowCounters();
    private final IdLabels labels = new IdLabels(slots);
    private final LatestUpdates updates = new LatestUpdates();
    private long arrivals;
    private long received;

    // The batch at hand. Indexes stay as they are until it is finished.
    private int batch;
    private int sizeBefore;
    private final List<OrderRow> inserted = new ArrayList<>();
    private final List<OrderRow> changed = new ArrayList<>();
    private final List<OrderRow> removed = new ArrayList<>();
    private boolean anyGone;

    /** All rows, in order of arrival; a row's index is its place here. */
    List<OrderRow> rows() {
        return rowsSeen;
    }

    Optional<OrderRow> find(RowKey key) {
        return Optional.ofNullable(byKey.find(key.source(), key.topic(), key.key()));
    }

    OrderCounts counts() {
        return counters.counts();
    }

    /** How many updates have been taken in, repeats too. */
    long received() {
        return received;
    }

    RowsBySlot slots() {
        return slots;
    }

    /** The sources that have rows. */
    Set<String> sources() {
        return Collections.unmodifiableSet(rowsBySource.keySet());
    }

    /** The topics that have rows. */
    Set<String> topics() {
        return Collections.unmodifiableSet(rowsByTopic.keySet());
    }

    /**
     * Merges a batch. Events that are not about rows are passed over, and an event that the row already shows changes
     * nothing.
     */
    BookChange apply(List<? extends ConsoleEvent> events) {
        begin();
        for (int i = 0; i < events.size(); i++) {
            ConsoleEvent event = events.get(i);
            if (event instanceof WorkEvent work) {
                i = mergeRun(events, i, work) - 1;
            } else if (event instanceof WorkRemoved gone) {
                remove(gone);
            } else if (event instanceof WatchChanged watch) {
                // Its keys come as a set; sorted, they arrive in an order an operator expects.
                watch.keys().stream()
                        .filter(key -> byKey.find(watch.source(), watch.topic(), key) == null)
                        .sorted(NaturalOrder::compare)
                        .forEach(key -> insert(new RowKey(watch.source(), watch.topic(), key)));
            }
        }
        return finish();
    }

    private void begin() {
        for (OrderRow row : removed) {
            slots.giveAway(row);
        }
        batch++;
        sizeBefore = rows.size();
        anyGone = false;
        inserted.clear();
        changed.clear();
        removed.clear();
    }

    /** Merges updates of one topic that follow each other; returns where they end. */
    private int mergeRun(List<? extends ConsoleEvent> events, int first, WorkEvent head) {
        String[] keys = new String[Math.min(events.size() - first, RUN)];
        int count = 0;
        while (count < keys.length
                && events.get(first + count) instanceof WorkEvent event
                && event.topic().equals(head.topic())
                && event.source().equals(head.source())) {
            keys[count++] = event.key();
        }
        @Nullable OrderRow[] found = byKey.findMost(head.source(), head.topic(), keys, count);
        for (int i = 0; i < count; i++) {
            merge((WorkEvent) events.get(first + i), found[i]);
        }
        return first + count;
    }

    private void merge(WorkEvent event, @Nullable OrderRow known) {
        received++;
        // Not every row is found among many, and an update of this run may have made it meanwhile.
        OrderRow row = known == null ? byKey.find(event.source(), event.topic(), event.key()) : known;
        if (row == null) {
            row = insert(RowKey.of(event));
        } else if (row.shows(event)) {
            return;
        } else if (row.touchedFirstBy(batch)) {
            changed.add(row);
        }
        int before = row.kind();
        row.take(event);
        counters.change(before, row);
    }

    private OrderRow insert(RowKey key) {
        OrderRow row = new OrderRow(key, rows.size(), slots.next(), arrivals++, updates);
        rows.add(row);
        slots.add(row);
        byKey.add(row);
        rowsBySource.merge(key.source(), 1, Integer::sum);
        rowsByTopic.merge(key.topic(), 1, Integer::sum);
        counters.add(row);
        row.touchedFirstBy(batch);
        inserted.add(row);
        return row;
    }

    private void remove(WorkRemoved event) {
        OrderRow row = byKey.remove(event.source(), event.topic(), event.key());
        if (row != null) {
            rowsBySource.computeIfPresent(event.source(), (source, count) -> count == 1 ? null : count - 1);
            rowsByTopic.computeIfPresent(event.topic(), (topic, count) -> count == 1 ? null : count - 1);
            counters.remove(row);
            removed.add(row);
            anyGone = true;
        }
    }

    private BookChange finish() {
        if (!anyGone) {
            return changeWith(-1);
        }
        Set<OrderRow> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(removed);
        inserted.removeIf(gone::contains);
        changed.removeIf(gone::contains);
        for (OrderRow row : removed) {
            if (row.index() >= sizeBefore) {
                slots.giveAway(row);
            }
        }
        removed.removeIf(row -> row.index() >= sizeBefore);
        int first = firstOfNeighbours();
        rows.removeIf(gone::contains);
        gone.forEach(row -> {
            row.leave();
            updates.forget(row.slot());
        });
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).moveTo(i);
        }
        labels.forgetGone();
        return changeWith(first);
    }

    private BookChange changeWith(int firstRemoved) {
        boolean relabelled = labels.add(inserted);
        return new BookChange(
                inserted, changed, removed, firstRemoved, relabelled, batch, rows.size() - inserted.size());
    }

    private int firstOfNeighbours() {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (OrderRow row : removed) {
            first = Math.min(first, row.index());
            last = Math.max(last, row.index());
        }
        return !removed.isEmpty() && last - first == removed.size() - 1 ? first : -1;
    }
}
