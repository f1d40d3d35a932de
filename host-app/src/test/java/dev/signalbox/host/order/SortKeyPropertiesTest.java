package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Comparing numbers says what comparing rows says. */
class SortKeyPropertiesTest {

    @Property(tries = 5000)
    void aSmallerKeyBelongsToTheTextThatComesFirst(@ForAll("texts") String a, @ForAll("texts") String b) {
        SortKey one = key(a);
        SortKey other = key(b);
        int byKey = Arrays.compare(numbers(one), numbers(other));
        int natural = Integer.signum(NaturalOrder.compare(a, b));

        if (byKey != 0) {
            assertThat(Integer.signum(byKey)).isEqualTo(natural);
        } else if (!SortKey.isPartial(one.low()) && !SortKey.isPartial(other.low())) {
            assertThat(natural).isZero();
        }
    }

    private static long[] numbers(SortKey key) {
        return new long[] {key.high(), key.middle(), key.low() & ~1};
    }

    @Property(tries = 500)
    void rowsCompareByTheirKeysAsByTheirColumns(
            @ForAll("updates") List<ConsoleEvent> updates, @ForAll("orders") RowOrder order) {
        OrderBook book = new OrderBook();
        // In two batches, so that labels are made for rows between others.
        book.apply(updates.subList(0, updates.size() / 2));
        book.apply(updates);
        book.apply(List.of(Orders.watch("ORD-5", "quiet")));

        RowList rows = new RowList(book.slots());
        SortKey key = new SortKey();
        for (OrderRow row : book.rows()) {
            key.take(row, order);
            rows.add(row, key);
        }
        for (int i = 0; i < rows.size; i++) {
            for (int j = 0; j < rows.size; j++) {
                assertThat(Integer.signum(rows.compare(i, rows, j, order)))
                        .as("%s and %s by %s", rows.row(i).latest(), rows.row(j).latest(), order)
                        .isEqualTo(Integer.signum(order.compare(rows.row(i), rows.row(j))));
            }
        }
    }

    @Property(tries = 300)
    void theSortOfARowListIsASort(@ForAll("updates") List<ConsoleEvent> updates, @ForAll("orders") RowOrder order) {
        OrderBook book = new OrderBook();
        book.apply(updates);
        RowList rows = new RowList(book.slots());
        SortKey key = new SortKey();
        for (OrderRow row : book.rows()) {
            key.take(row, order);
            rows.add(row, key);
        }
        RowList sorted = new RowSort(book.slots()).sort(rows, order);

        List<OrderRow> expected = new ArrayList<>(book.rows());
        expected.sort(order);
        assertThat(IntStream.range(0, sorted.size).mapToObj(sorted::row)).containsExactlyElementsOf(expected);
    }

    @Property(tries = 20)
    void labelsStandInTheOrderOfTheIdsHoweverOftenRowsComeBetween(@ForAll long seed) {
        OrderBook book = new OrderBook();
        Random random = new Random(seed);
        boolean relabelled = false;
        for (int batch = 0; batch < 120; batch++) {
            // Always right behind the same id, where the room is used up soonest, and one anywhere.
            String behind = "B-" + (1000 - batch);
            relabelled |= book.apply(List.of(
                            Orders.moving("A", ""),
                            Orders.moving(behind, ""),
                            Orders.moving("C-" + random.nextInt(50), ""),
                            Orders.order("other/x", behind, "", "", ""),
                            Orders.removed("C-" + random.nextInt(50))))
                    .relabelled();
        }

        List<OrderRow> rows = new ArrayList<>(book.rows());
        rows.sort(RowOrder.FIRST);
        for (int i = 1; i < rows.size(); i++) {
            int byId = NaturalOrder.compare(rows.get(i - 1).id(), rows.get(i).id());
            assertThat(Long.compare(rows.get(i - 1).label(), rows.get(i).label()))
                    .isEqualTo(Integer.signum(byId));
        }
        assertThat(relabelled).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("aAbBzZ_-/ 0019{\u0001éſK").ofMaxLength(8),
                Arbitraries.strings().withChars("ab01").ofMinLength(15).ofMaxLength(30),
                Arbitraries.of("IN_PROGRESS", "in_progress", "In_Progress", "COMPLETED", "", "0", "00", "007", "7"),
                Arbitraries.integers().between(0, 30).map(n -> "ORD-" + "1".repeat(n)));
    }

    @Provide
    Arbitrary<RowOrder> orders() {
        return Combinators.combine(Arbitraries.of(OrderColumn.class), Arbitraries.of(true, false))
                .as(RowOrder.Key::new)
                .list()
                .uniqueElements(RowOrder.Key::column)
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(RowOrder::new);
    }

    @Provide
    Arbitrary<List<ConsoleEvent>> updates() {
        Arbitrary<Instant> times = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3).map(n -> Orders.NOON.plusNanos(n)),
                Arbitraries.of(Instant.MIN, Instant.MAX, Instant.MIN.plusNanos(1), Instant.MAX.minusSeconds(1)));
        Arbitrary<ConsoleEvent> one = Combinators.combine(
                        Arbitraries.of("a/x", "b/x"),
                        texts(),
                        texts(),
                        texts(),
                        texts(),
                        times,
                        Arbitraries.of(true, false))
                .as((source, id, state, status, message, at, failed) ->
                        new OrderEvent(source, id, state, status, message, false, failed, at));
        return one.list().ofMinSize(1).ofMaxSize(20);
    }

    private static SortKey key(String text) {
        SortKey key = new SortKey();
        key.id(text);
        return key;
    }
}
