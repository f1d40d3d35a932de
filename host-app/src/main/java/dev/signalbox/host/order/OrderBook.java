package dev.signalbox.host.order;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every order and every other work followed, one row each, in order of arrival. Updates are merged by source, topic and
 * key. Belongs to the EDT and knows nothing of Swing.
 */
final class OrderBook {
    private final List<OrderRow> rows = new ArrayList<>();
    private final Map<RowKey, OrderRow> byKey = new HashMap<>();
    private final Map<String, Integer> rowsBySource = new TreeMap<>();
    private final Map<String, Integer> rowsByTopic = new TreeMap<>();
    private OrderCounts counts = OrderCounts.NONE;

    /** All rows, in order of arrival; a row's index is its place here. */
    List<OrderRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    Optional<OrderRow> find(RowKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    OrderCounts counts() {
        return counts;
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
    BookChange apply(List<? extends ConsoleEvent> batch, Instant now) {
        Batch done = new Batch(rows.size());
        for (ConsoleEvent event : batch) {
            if (event instanceof WorkEvent work) {
                merge(work, now, done);
            } else if (event instanceof WorkRemoved gone) {
                remove(new RowKey(gone.source(), gone.topic(), gone.key()), done);
            } else if (event instanceof WatchChanged watch) {
                // Its keys come as a set; sorted, they arrive in an order an operator expects.
                watch.keys().stream()
                        .sorted(NaturalOrder::compare)
                        .map(key -> new RowKey(watch.source(), watch.topic(), key))
                        .filter(key -> !byKey.containsKey(key))
                        .forEach(key -> insert(key, done));
            }
        }
        return done.finish();
    }

    private void merge(WorkEvent event, Instant now, Batch done) {
        RowKey key = RowKey.of(event);
        OrderRow row = byKey.get(key);
        if (row == null) {
            row = insert(key, done);
        } else if (row.latest().filter(event::equals).isPresent()) {
            return;
        }
        counts = counts.without(row);
        row.take(event, now);
        counts = counts.with(row);
        done.touched(row);
    }

    private OrderRow insert(RowKey key, Batch done) {
        OrderRow row = new OrderRow(key, rows.size());
        rows.add(row);
        byKey.put(key, row);
        rowsBySource.merge(key.source(), 1, Integer::sum);
        rowsByTopic.merge(key.topic(), 1, Integer::sum);
        counts = counts.with(row);
        done.touched(row);
        return row;
    }

    private void remove(RowKey key, Batch done) {
        OrderRow row = byKey.remove(key);
        if (row != null) {
            rowsBySource.computeIfPresent(key.source(), (source, count) -> count == 1 ? null : count - 1);
            rowsByTopic.computeIfPresent(key.topic(), (topic, count) -> count == 1 ? null : count - 1);
            counts = counts.without(row);
            done.removed(row);
        }
    }

    /** What a batch has done so far. Indexes stay as they are until it is finished. */
    private final class Batch {
        private final int sizeBefore;
        private final Set<OrderRow> touched = new LinkedHashSet<>();
        private final Set<OrderRow> removed = new LinkedHashSet<>();

        Batch(int sizeBefore) {
            this.sizeBefore = sizeBefore;
        }

        void touched(OrderRow row) {
            touched.add(row);
        }

        void removed(OrderRow row) {
            touched.remove(row);
            removed.add(row);
        }

        BookChange finish() {
            List<OrderRow> inserted = new ArrayList<>();
            List<OrderRow> changed = new ArrayList<>();
            touched.forEach(row -> (row.index() < sizeBefore ? changed : inserted).add(row));
            List<OrderRow> gone = new ArrayList<>(removed);
            gone.removeIf(row -> row.index() >= sizeBefore);
            int first = firstOfNeighbours(gone);
            if (!removed.isEmpty()) {
                rows.removeIf(removed::contains);
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).moveTo(i);
                }
            }
            return new BookChange(inserted, changed, gone, first);
        }

        private int firstOfNeighbours(List<OrderRow> gone) {
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (OrderRow row : gone) {
                first = Math.min(first, row.index());
                last = Math.max(last, row.index());
            }
            return !gone.isEmpty() && last - first == gone.size() - 1 ? first : -1;
        }
    }
}
