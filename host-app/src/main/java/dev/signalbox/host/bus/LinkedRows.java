package dev.signalbox.host.bus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** For rows that move seldom: linked through the rows, so that the oldest is always at hand. */
final class LinkedRows implements RowsByAge {
    private @Nullable Row oldest;
    private @Nullable Row newest;

    @Override
    public @Nullable Row oldest() {
        return oldest;
    }

    @Override
    public void add(Row row) {
        row.older = newest;
        row.newer = null;
        if (newest == null) {
            oldest = row;
        } else {
            newest.newer = row;
        }
        newest = row;
    }

    @Override
    public void moved(Row row) {
        if (row != newest) {
            remove(row);
            add(row);
        }
    }

    @Override
    public void remove(Row row) {
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
        row.older = null;
        row.newer = null;
    }

    @Override
    public void addTo(List<? super Row> all) {
        for (Row row = oldest; row != null; row = row.newer) {
            all.add(row);
        }
    }
}
