package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row said at one moment. Unlike the row it never changes, and so may leave the EDT.
 *
 * @param key which row
 * @param latest what is known of it, if it has moved
 * @param updated when it changed last; of no meaning if it has not moved
 */
record RowSnapshot(RowKey key, @Nullable WorkEvent latest, Instant updated) {

    static RowSnapshot of(OrderRow row) {
        return new RowSnapshot(row.key(), row.latest().orElse(null), row.updated());
    }

    static List<RowSnapshot> of(List<OrderRow> rows) {
        return rows.stream().map(RowSnapshot::of).toList();
    }

    Meaning meaning() {
        return Meaning.of(latest);
    }

    String state() {
        return latest == null ? "" : latest.state();
    }

    String status() {
        return latest == null ? "" : latest.status();
    }

    String message() {
        return latest == null ? "" : latest.message();
    }
}
