package dev.signalbox.host.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by source, topic and key without making anything: a table for each source and topic, which are few, and the
 * one asked last first.
 */
final class KeyedRows {
    private final List<Table> tables = new ArrayList<>();
    private @Nullable Table last;

    @Nullable OrderRow find(String source, String topic, String key) {
        Table table = table(source, topic);
        return table == null ? null : table.rows.get(key);
    }

    void add(OrderRow row) {
        RowKey key = row.key();
        Table table = table(key.source(), key.topic());
        if (table == null) {
            table = new Table(key.source(), key.topic());
            tables.add(table);
        }
        table.rows.put(key.key(), row);
    }

    @Nullable OrderRow remove(String source, String topic, String key) {
        Table table = table(source, topic);
        if (table == null) {
            return null;
        }
        OrderRow row = table.rows.remove(key);
        if (table.rows.isEmpty()) {
            tables.remove(table);
            last = null;
        }
        return row;
    }

    private @Nullable Table table(String source, String topic) {
        Table recent = last;
        if (recent != null && recent.is(source, topic)) {
            return recent;
        }
        for (Table table : tables) {
            if (table.is(source, topic)) {
                last = table;
                return table;
            }
        }
        return null;
    }

    private static final class Table {
        private final String source;
        private final String topic;
        private final Map<String, OrderRow> rows = new HashMap<>();

        Table(String source, String topic) {
            this.source = source;
            this.topic = topic;
        }

        boolean is(String itsSource, String itsTopic) {
            return source.equals(itsSource) && topic.equals(itsTopic);
        }
    }
}
