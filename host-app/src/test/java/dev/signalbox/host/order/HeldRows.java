package dev.signalbox.host.order;

import dev.signalbox.api.ConsoleEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JTable;

/** What the rows of the console's table hold, for the benchmark, which must ask quickly and often. */
public final class HeldRows {

    private HeldRows() {}

    /**
     * When the latest update of a row was made.
     *
     * @param table the console's table of orders
     * @param index which row of its model
     * @return asks the row; stays valid while the row is in the book, whatever its place
     */
    public static Supplier<Instant> made(JTable table, int index) {
        OrderRow row = ((OrderTableModel) table.getModel()).row(index);
        return () -> {
            Optional<? extends ConsoleEvent> latest = row.latest();
            return latest.isPresent() ? latest.get().at() : Instant.MIN;
        };
    }
}
