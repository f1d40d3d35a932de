package dev.signalbox.host.diagnostics;

import dev.signalbox.host.ui.Texts;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.swing.table.TableRowSorter;

/** The subscriptions as a table; sort order, selection and scroll position stay while the numbers move. */
final class SubscriptionTable extends ListTable {
    private static final Texts TEXTS = Texts.of(SubscriptionTable.class);

    private final transient SubscriptionTableModel subscriptions;

    SubscriptionTable(SubscriptionTableModel subscriptions) {
        super(subscriptions, "diagnostics.subscriptions", TEXTS.get("subscriptions"));
        this.subscriptions = subscriptions;
        words(SubscriptionTableModel.LABEL, 88);
        words(SubscriptionTableModel.SUBSCRIBER, 88);
        words(SubscriptionTableModel.TYPE, 112);
        words(SubscriptionTableModel.THREAD, 88);
        Function<Object, String> count = NumberFormat.getIntegerInstance()::format;
        number(SubscriptionTableModel.RATE, 56, count);
        number(SubscriptionTableModel.DELIVERED, 76, count);
        number(SubscriptionTableModel.MERGED, 64, count);
        number(SubscriptionTableModel.WAITING, 64, count);
        number(SubscriptionTableModel.LAG, 52, lag -> StallWords.seconds((Duration) lag));
        number(
                SubscriptionTableModel.SLOWEST,
                64,
                slowest -> TEXTS.get("milliseconds", ((Duration) slowest).toMillis()));
        number(SubscriptionTableModel.FAILURES, 64, count);
        words(SubscriptionTableModel.STATE, 48);
        TableRowSorter<SubscriptionTableModel> sorter = new TableRowSorter<>(subscriptions);
        for (int column = 0; column < subscriptions.getColumnCount(); column++) {
            if (subscriptions.getColumnClass(column) == String.class) {
                sorter.setComparator(column, Comparator.<String>naturalOrder());
            }
        }
        sorter.setSortsOnUpdates(true);
        setRowSorter(sorter);
    }

    void show(List<SubscriptionLine> lines) {
        List<SubscriptionLine.Key> selected =
                selected().stream().map(SubscriptionLine::key).toList();
        subscriptions.show(lines);
        if (getSelectedRowCount() == 0) {
            for (SubscriptionLine.Key key : selected) {
                int row = subscriptions.rowOf(key);
                if (row >= 0) {
                    int shown = convertRowIndexToView(row);
                    addRowSelectionInterval(shown, shown);
                }
            }
        }
    }

    List<SubscriptionLine> selected() {
        return Arrays.stream(getSelectedRows())
                .mapToObj(row -> subscriptions.at(convertRowIndexToModel(row)))
                .toList();
    }
}
