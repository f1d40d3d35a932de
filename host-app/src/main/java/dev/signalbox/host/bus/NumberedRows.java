package dev.signalbox.host.bus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For rows that move all the time: a move is a number written into the row, and links would cost more than everything else.
 * Who is the oldest is found out when somebody asks, for all rows at once; rows that moved or came since are younger than
 * every one of those.
 */
final class NumberedRows implements RowsByAge {
    private static final Comparator<Row> BY_AGE = Comparator.comparingLong(row -> row.number);

    /** Every row that is here, in no order; a row knows its place. */
    private final List<Row> rows = new ArrayList<>();

    private long moves;

    /** Sorted when the oldest was last asked for; those before {@link #next} are gone or have moved. */
    private List<Row> byAge = List.of();

    private int next;
    private long sortedAt;

    @Override
    public @Nullable Row oldest() {
        if (rows.isEmpty()) {
            byAge = List.of();
            return null;
        }
        while (next < byAge.size()) {
            Row row = byAge.get(next);
            if (row.kind == this && row.number <= sortedAt) {
                return row;
            }
            next++;
        }
        byAge = sorted();
        sortedAt = moves;
        next = 0;
        return byAge.get(0);
    }

    @Override
    public void add(Row row) {
        row.place = rows.size();
        rows.add(row);
        row.number = ++moves;
    }

    @Override
    public void moved(Row row) {
        row.number = ++moves;
    }

    @Override
    public void remove(Row row) {
        Row last = rows.remove(rows.size() - 1);
        if (last != row) {
            rows.set(row.place, last);
            last.place = row.place;
        }
        // It may come back here later; then it has a new number.
        row.number = Long.MAX_VALUE;
    }

    @Override
    public void addTo(List<? super Row> all) {
        all.addAll(sorted());
    }

    private List<Row> sorted() {
        List<Row> all = new ArrayList<>(rows);
        all.sort(BY_AGE);
        return all;
    }
}
