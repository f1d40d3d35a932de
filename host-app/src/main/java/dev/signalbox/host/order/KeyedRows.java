package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by source, topic and key without making anything: a table for each source and topic, which are few, and the
 * one asked last first.
 */
final class KeyedRows {
    private final RowsBySlot slots;
    private final List<Scope> scopes = new ArrayList<>();
    private @Nullable Scope last;
    private int[] scratch = {};

    KeyedRows(RowsBySlot slots) {
        this.slots = slots;
    }

    @Nullable OrderRow find(String source, String topic, String key) {
        Scope scope = scope(source, topic);
        return scope == null ? null : scope.rows.find(key);
    }

    /** Looks many up at once, which is faster; some that are there may be left out. */
    @Nullable OrderRow[] findMost(String source, String topic, String[] keys, int count) {
        // A new array each time: a reference written into an old one costs the garbage collector's attention.
        @Nullable OrderRow[] found = new OrderRow[count];
        Scope scope = scope(source, topic);
        if (scope != null) {
            if (scratch.length < count) {
                scratch = new int[count];
            }
            scope.rows.findMost(keys, count, scratch, found);
        }
        return found;
    }

    void add(OrderRow row) {
        RowKey key = row.key();
        Scope scope = scope(key.source(), key.topic());
        if (scope == null) {
            scope = new Scope(key.source(), key.topic(), new RowTable(slots));
            scopes.add(scope);
        }
        scope.rows.add(row);
    }

    @Nullable OrderRow remove(String source, String topic, String key) {
        Scope scope = scope(source, topic);
        if (scope == null) {
            return null;
        }
        OrderRow row = scope.rows.remove(key);
        if (scope.rows.isEmpty()) {
            scopes.remove(scope);
            last = null;
        }
        return row;
    }

    private @Nullable Scope scope(String source, String topic) {
        Scope recent = last;
        if (recent != null && recent.is(source, topic)) {
            return recent;
        }
        for (Scope scope : scopes) {
            if (scope.is(source, topic)) {
                last = scope;
                return scope;
            }
        }
        return null;
    }

    private record Scope(String source, String topic, RowTable rows) {

        boolean is(String itsSource, String itsTopic) {
            return source.equals(itsSource) && topic.equals(itsTopic);
        }
    }
}
