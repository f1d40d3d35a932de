package dev.signalbox.host.bus;

import dev.signalbox.api.WorkEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one kind, the one that moved longest ago first. Linked through the rows: moving one makes no object. */
final class RowsByAge {
    private @Nullable Row oldest;
    private @Nullable Row newest;

    @Nullable Row oldest() {
        return oldest;
    }

    void add(Row row) {
        row.older = newest;
        row.newer = null;
        if (newest == null) {
            oldest = row;
        } else {
            newest.newer = row;
        }
        newest = row;
    }

    void remove(Row row) {
        Row older = row.older;
        Row newer = row.newer;
        if (older == null) {
            oldest = newer;
        } else {
            older.newer = newer;
        }
        if (newer == null) {
            newest = older;
        } else {
            newer.older = older;
        }
    }

    void addTo(List<? super WorkEvent> events) {
        for (Row row = oldest; row != null; row = row.newer) {
            events.add(row.now);
        }
    }
}
