package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by source, topic and key without making anything: a table for each source and topic, which are few, and the
 * one asked last first.
 */
final class KeyedRows {
    private final List<Scope> scopes = new ArrayList<>();
    private @Nullable Scope last;

    @Nullable OrderRow find(String source, String topic, String key) {
        Scope scope = scope(source, topic);
        return scope == null ? null : scope.rows.find(key);
    }

    void add(OrderRow row) {
        RowKey key = row.key();
        Scope scope = scope(key.source(), key.topic());
        if (scope == null) {
            scope = new Scope(key.source(), key.topic(), new RowTable());
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
