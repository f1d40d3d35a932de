package dev.signalbox.host.bus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one kind; knows which of them moved longest ago. */
interface RowsByAge {

    /** The row that moved longest ago, if there is any row. */
    @Nullable Row oldest();

    /** Takes a row in as the one that moved last. */
    void add(Row row);

    /** A row that is here moved. */
    void moved(Row row);

    void remove(Row row);

    /** Adds the rows, the one that moved longest ago first. */
    void addTo(List<? super Row> rows);
}
