package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WorkEvent;
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
import net.jqwik.api.Tuple.Tuple2;

/** Whatever comes while the view is paused, wherever that is. */
class PausePropertiesTest {

    @Property(tries = 1000)
    void pausingAndResumingEndsWhereNeverPausingEnds(
            @ForAll("batches") List<Tuple2<Boolean, List<ConsoleEvent>>> batches) {
        OrderBook live = new OrderBook();
        OrderBook book = new OrderBook();
        HeldUpdates held = null;
        for (Tuple2<Boolean, List<ConsoleEvent>> batch : batches) {
            boolean paused = batch.get1();
            live.apply(batch.get2());
            if (paused && held == null) {
                held = pause(book);
            } else if (!paused && held != null) {
                book.apply(held.all());
                held = null;
            }
            if (held == null) {
                book.apply(batch.get2());
            } else {
                held.take(batch.get2());
            }
        }
        if (held != null) {
            book.apply(held.all());
        }

        assertThat(new ArrayList<>(shown(book).entrySet()))
                .isEqualTo(new ArrayList<>(shown(live).entrySet()));
        assertThat(book.counts()).isEqualTo(live.counts());
        assertThat(book.sources()).isEqualTo(live.sources());
    }

    @Property(tries = 500)
    void whatWaitsIsBoundedByTheRowsThereAre(@ForAll("batches") List<Tuple2<Boolean, List<ConsoleEvent>>> batches) {
        OrderBook live = new OrderBook();
        OrderBook book = new OrderBook();
        List<ConsoleEvent> before =
                batches.isEmpty() ? List.of() : batches.get(0).get2();
        live.apply(before);
        book.apply(before);
        HeldUpdates held = pause(book);
        for (Tuple2<Boolean, List<ConsoleEvent>> batch : batches) {
            live.apply(batch.get2());
            held.take(batch.get2());
            assertThat(held.size())
                    .isLessThanOrEqualTo(book.rows().size() + live.rows().size());
        }
    }

    @Provide
    Arbitrary<List<Tuple2<Boolean, List<ConsoleEvent>>>> batches() {
        Arbitrary<String> ids = Arbitraries.of("ORD-1", "ORD-2", "ORD-9", "ORD-10", "ORD-11");
        Arbitrary<ConsoleEvent> updates = Combinators.combine(
                        ids,
                        Arbitraries.of(Orders.SOURCE, Orders.SOURCE, "b/y"),
                        Arbitraries.of("IN_PROGRESS", "COMPLETED", "FAILED", ""),
                        Arbitraries.of("one", "two"))
                .as((id, source, status, message) -> Orders.order(source, id, "SHIPPED", status, message));
        Arbitrary<ConsoleEvent> removals = ids.map(Orders::removed);
        Arbitrary<ConsoleEvent> watches =
                ids.list().uniqueElements().ofMaxSize(5).map(keys -> Orders.watch(keys.toArray(String[]::new)));
        Arbitrary<List<ConsoleEvent>> batch = Arbitraries.frequencyOf(
                        Tuple.of(6, updates), Tuple.of(4, removals), Tuple.of(2, watches))
                .list()
                .ofMaxSize(6);
        return Combinators.combine(Arbitraries.of(true, true, false), batch)
                .as(Tuple::of)
                .list()
                .ofMaxSize(10);
    }

    private static HeldUpdates pause(OrderBook book) {
        return new HeldUpdates(Orders.NOON, key -> book.find(key).isPresent());
    }

    private static Map<RowKey, Optional<WorkEvent>> shown(OrderBook book) {
        Map<RowKey, Optional<WorkEvent>> shown = new LinkedHashMap<>();
        book.rows().forEach(row -> shown.put(row.key(), row.latest()));
        return shown;
    }
}
