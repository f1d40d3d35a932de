package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever comes in whatever batches. */
class MergingPropertiesTest {

    @Property(tries = 500)
    void theBookShowsTheLastWordOnEachKeyAndCountsWhatItShows(@ForAll("batches") List<List<ConsoleEvent>> batches) {
        OrderBook book = new OrderBook();
        Map<RowKey, Optional<WorkEvent>> expected = new LinkedHashMap<>();
        for (List<ConsoleEvent> batch : batches) {
            book.apply(batch);
            batch.forEach(event -> expect(expected, event));
        }

        Map<RowKey, Optional<WorkEvent>> shown = new LinkedHashMap<>();
        OrderCounts counts = OrderCounts.NONE;
        for (int i = 0; i < book.rows().size(); i++) {
            OrderRow row = book.rows().get(i);
            assertThat(row.index()).isEqualTo(i);
            shown.put(row.key(), row.latest());
            counts = counts.with(row);
        }
        assertThat(shown).isEqualTo(expected);
        assertThat(book.counts()).isEqualTo(counts);
    }

    @Property(tries = 100)
    void rowsMergedBatchByBatchStandWhereSortingThemAllWouldPutThem(
            @ForAll("batches") List<List<ConsoleEvent>> batches,
            @ForAll OrderColumn column,
            @ForAll boolean descending) {
        OrderBook book = new OrderBook();
        OrderTableModel model = new OrderTableModel(book, Orders.words());
        OrderTable table = new OrderTable(model);
        table.sorter().orderBy(new RowOrder(column, descending));
        table.sorter().filterBy(OrderFilter.of(QuickFilter.ALL, "e", "no update yet"));
        for (List<ConsoleEvent> batch : batches) {
            model.show(book.apply(batch));
        }

        List<OrderRow> expected = new ArrayList<>(book.rows());
        expected.removeIf(row -> !table.sorter().filter().matches(row));
        expected.sort(table.sorter().order());
        List<OrderRow> shown = new ArrayList<>();
        for (int i = 0; i < table.getRowCount(); i++) {
            OrderRow row = model.row(table.convertRowIndexToModel(i));
            shown.add(row);
            assertThat(table.convertRowIndexToView(row.index())).isEqualTo(i);
        }
        assertThat(shown).isEqualTo(expected);
    }

    @Property
    void theNaturalOrderIsAnOrder(@ForAll("names") String a, @ForAll("names") String b, @ForAll("names") String c) {
        assertThat(Integer.signum(NaturalOrder.compare(a, b))).isEqualTo(-Integer.signum(NaturalOrder.compare(b, a)));
        if (NaturalOrder.compare(a, b) <= 0 && NaturalOrder.compare(b, c) <= 0) {
            assertThat(NaturalOrder.compare(a, c)).isLessThanOrEqualTo(0);
        }
        assertThat(NaturalOrder.compare(a, b) == 0).isEqualTo(a.equals(b));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("aAbB0019-/:").ofMaxLength(6);
    }

    @Provide
    Arbitrary<List<List<ConsoleEvent>>> batches() {
        Arbitrary<String> ids = Arbitraries.of("ORD-1", "ORD-2", "ORD-9", "ORD-10", "ORD-11", "x");
        Arbitrary<ConsoleEvent> updates = Combinators.combine(
                        ids,
                        Arbitraries.of("PROCESSING", "SHIPPED", "odd"),
                        Arbitraries.of("IN_PROGRESS", "COMPLETED", "FAILED", ""),
                        Arbitraries.of("one", "two"))
                .as((id, state, status, message) -> Orders.order(Orders.SOURCE, id, state, status, message));
        Arbitrary<ConsoleEvent> removals = ids.map(Orders::removed);
        Arbitrary<ConsoleEvent> watches =
                ids.list().uniqueElements().ofMaxSize(6).map(keys -> Orders.watch(keys.toArray(String[]::new)));
        return Arbitraries.frequencyOf(Tuple.of(8, updates), Tuple.of(3, removals), Tuple.of(1, watches))
                .list()
                .ofMaxSize(8)
                .list()
                .ofMaxSize(8);
    }

    private static void expect(Map<RowKey, Optional<WorkEvent>> expected, ConsoleEvent event) {
        if (event instanceof WorkEvent work) {
            expected.put(RowKey.of(work), Optional.of(work));
        } else if (event instanceof WorkRemoved gone) {
            expected.remove(new RowKey(gone.source(), gone.topic(), gone.key()));
        } else if (event instanceof WatchChanged watch) {
            watch.keys().forEach(key -> expected.putIfAbsent(Orders.key(key), Optional.empty()));
        }
    }
}
