package dev.signalbox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** So many rows that blocks split and join; {@link TablePropertiesTest} has the rest. */
class RowBlocksPropertiesTest {
    private static final RowOrder BY_MESSAGE = new RowOrder(OrderColumn.MESSAGE, true);
    private static final int ROUNDS = 40;

    @Property(tries = 60)
    void howeverManyRowsComeGoAndMoveTheyStandAsInAPlainSortedList(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int most, @ForAll boolean search) {
        Random random = new Random(seed);
        OrderBook book = new OrderBook();
        ShownRows shown = new ShownRows(book.slots());
        OrderFilter filter = OrderFilter.of(QuickFilter.ALL, search ? "7" : "", "quiet");
        RememberedFilter remembered = new RememberedFilter(filter);
        shown.showAll(book.rows(), remembered, BY_MESSAGE);
        for (int round = 0; round < ROUNDS; round++) {
            List<OrderRow> before = places(shown);
            boolean said = shown.take(book.apply(batch(random, most)), remembered, BY_MESSAGE);

            List<OrderRow> expected = new ArrayList<>(book.rows());
            expected.removeIf(row -> !filter.matches(row));
            expected.sort(BY_MESSAGE);
            List<OrderRow> now = places(shown);
            assertThat(now).isEqualTo(expected);
            assertThat(now).allSatisfy(row -> assertThat(shown.place(row)).isEqualTo(expected.indexOf(row)));
            assertThat(book.rows())
                    .filteredOn(row -> !filter.matches(row))
                    .allSatisfy(row -> assertThat(shown.place(row)).isNegative());
            assertThat(shown.sizeBefore()).isEqualTo(before.size());
            if (said) {
                outsideWhatIsSaidToDifferNothingDoes(shown, before, now);
            } else {
                assertThat(now).isEqualTo(before);
            }
        }
    }

    private static void outsideWhatIsSaidToDifferNothingDoes(
            ShownRows shown, List<OrderRow> before, List<OrderRow> now) {
        assertThat(now.subList(0, shown.firstDifferent())).isEqualTo(before.subList(0, shown.firstDifferent()));
        if (shown.endDifferent() < now.size()) {
            assertThat(now.subList(shown.endDifferent(), now.size()))
                    .isEqualTo(before.subList(shown.endDifferent(), before.size()));
        }
    }

    private static List<OrderRow> places(ShownRows shown) {
        return IntStream.range(0, shown.size()).mapToObj(shown::row).toList();
    }

    /** Now and then many orders go at once, so that blocks run empty. */
    private static List<ConsoleEvent> batch(Random random, int most) {
        boolean many = random.nextInt(8) == 0;
        return IntStream.range(0, many ? most : 1 + random.nextInt(40))
                .<ConsoleEvent>mapToObj(i -> {
                    String id = "ORD-" + random.nextInt(most);
                    return random.nextInt(many ? 2 : 9) == 0
                            ? Orders.removed(id)
                            : Orders.moving(id, "step " + random.nextInt(50));
                })
                .toList();
    }
}
