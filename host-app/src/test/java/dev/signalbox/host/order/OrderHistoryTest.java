package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.NOON;
import static dev.signalbox.host.order.Orders.failed;
import static dev.signalbox.host.order.Orders.key;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.order;
import static dev.signalbox.host.order.Orders.removed;
import static dev.signalbox.host.order.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {
    private static final int PLENTY = 1_000;

    private final OrderHistory history = new OrderHistory();

    @Test
    void keepsEveryChangeNewestFirst() {
        history.take(List.of(moving("A", "one"), moving("B", "other"), moving("A", "two"), shipped("A")));

        assertThat(messages("A")).containsExactly("Handed over", "two", "one");
        assertThat(history.changesOf(key("A")))
                .extracting(RowChange::meaning)
                .containsExactly(Meaning.SETTLED, Meaning.MOVING, Meaning.MOVING);
        assertThat(messages("B")).containsExactly("other");
        assertThat(messages("unknown")).isEmpty();
    }

    @Test
    void aRepeatIsCountedWithTheChangeItRepeats() {
        history.take(List.of(
                moving("A", "same"),
                moving("A", "same", NOON.plusSeconds(1)),
                moving("A", "same", NOON.plusSeconds(2)),
                moving("A", "next", NOON.plusSeconds(3)),
                moving("A", "next", NOON.plusSeconds(9))));

        List<RowChange> changes = history.changesOf(key("A"));
        assertThat(changes).extracting(RowChange::message).containsExactly("next", "same");
        assertThat(changes).extracting(RowChange::repeats).containsExactly(1, 2);
        assertThat(changes).extracting(RowChange::lastRepeat).containsExactly(NOON.plusSeconds(9), NOON.plusSeconds(2));
    }

    @Test
    void anOrderNamedWithoutAWordHasNotMoved() {
        history.take(List.of(
                order(Orders.SOURCE, "A", "", "", ""), moving("A", "one"), order(Orders.SOURCE, "A", "", "", "")));

        assertThat(messages("A")).containsExactly("", "one");
    }

    @Test
    void beyondTheBoundOfARowItsOldestGoAndAreCounted() {
        history.bound(3, PLENTY);
        history.take(
                IntStream.range(0, 10).mapToObj(n -> moving("A", "step " + n)).toList());

        RowHistory copy = history.copyOf(key("A"));
        assertThat(copy.newestFirst()).extracting(RowChange::message).containsExactly("step 9", "step 8", "step 7");
        assertThat(copy.letGo()).isEqualTo(7);
        assertThat(copy.letGoForRoom()).isFalse();
    }

    @Test
    void aLowerBoundHoldsForRowsThatDoNotMoveAnyMore() {
        history.take(
                IntStream.range(0, 10).mapToObj(n -> moving("A", "step " + n)).toList());
        history.bound(2, PLENTY);

        assertThat(messages("A")).containsExactly("step 9", "step 8");
        assertThat(history.copyOf(key("A")).letGo()).isEqualTo(8);
    }

    @Test
    void beyondTheBoundOfAllEveryRowLosesItsOldestAndSaysSo() {
        history.bound(PLENTY, 1);
        for (int step = 0; step < 100; step++) {
            int now = step;
            history.take(IntStream.range(0, 500)
                    .mapToObj(n -> moving("ORD-" + n, "step " + now + " of an order with a message"))
                    .toList());
            assertThat(history.bytes()).isLessThanOrEqualTo(1 << 20);
        }

        for (int n = 0; n < 500; n++) {
            RowHistory copy = history.copyOf(key("ORD-" + n));
            assertThat(copy.total()).isEqualTo(100);
            assertThat(copy.newestFirst()).isNotEmpty();
            assertThat(copy.newestFirst().get(0).message()).startsWith("step 99");
            assertThat(copy.letGoForRoom()).isTrue();
        }
    }

    @Test
    void aChangeLargerThanAllMayBeIsLetGoOfAndCounted() {
        history.bound(PLENTY, 1);
        history.take(List.of(moving("A", "x".repeat(2 << 20)), moving("A", "small")));

        assertThat(history.bytes()).isLessThanOrEqualTo(1 << 20);
        assertThat(history.copyOf(key("A")).total()).isEqualTo(2);
    }

    @Test
    void aRemovedRowIsForgottenAndBeginsAnew() {
        history.take(List.of(moving("A", "old"), moving("B", "stays")));
        history.take(List.of(removed("A"), removed("never there")));
        assertThat(messages("A")).isEmpty();
        history.take(List.of(moving("A", "new")));

        assertThat(messages("A")).containsExactly("new");
        history.take(List.of(removed("A"), removed("B")));
        assertThat(history.bytes()).isZero();
    }

    @Test
    void rowsOfTheSameKeyAreKeptApartBySourceAndTopic() {
        history.take(List.of(order("a/x", "7", "s", "t", "of a"), order("b/x", "7", "s", "t", "of b")));

        assertThat(history.changesOf(new RowKey("a/x", OrderEvent.TOPIC, "7")))
                .extracting(RowChange::message)
                .containsExactly("of a");
    }

    @Test
    void theVersionTellsWhenThereIsSomethingNewToRead() {
        long unknown = history.version(key("A"));
        history.take(List.of(moving("A", "one")));
        long first = history.version(key("A"));
        history.take(List.of(moving("A", "one", NOON.plusSeconds(1))));
        long repeated = history.version(key("A"));
        history.take(List.of(moving("A", "two")));

        assertThat(List.of(unknown, first, repeated, history.version(key("A")))).doesNotHaveDuplicates();
        assertThat(history.version(key("A"))).isEqualTo(history.version(key("A")));
    }

    @Test
    void twentyChangesOfAHundredThousandOrdersFitIntoItsFirstBound() {
        history.bound(50, 160);
        for (int step = 0; step < 20; step++) {
            int now = step;
            history.take(IntStream.range(0, 100_000)
                    .mapToObj(n -> moving("ORD-" + n, "Step " + now + " of twenty done"))
                    .toList());
        }

        assertThat(history.copyOf(key("ORD-4711")).letGo()).isZero();
        assertThat(history.changesOf(key("ORD-4711"))).hasSize(20);
        assertThat(history.bytes() / 2_000_000).isLessThan(60);
    }

    @Test
    void whoReadsWhileItIsRecordedReadsWholeChangesInOrder() throws Exception {
        int many = 200_000;
        history.bound(20, PLENTY);
        CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> {
            for (int n = 0; n < many; n++) {
                history.take(List.of(moving("A", "step " + n)));
            }
        });
        long newest = -1;
        while (newest < many - 1) {
            List<RowChange> changes = history.changesOf(key("A"));
            for (int i = 0; i < changes.size(); i++) {
                long number = Long.parseLong(changes.get(i).message().substring("step ".length()));
                if (i == 0) {
                    assertThat(number).isGreaterThanOrEqualTo(newest);
                    newest = number;
                }
                assertThat(number).isEqualTo(newest - i);
            }
        }
        recorded.get(20, TimeUnit.SECONDS);
    }

    /** Beside a list of everything that was ever said, cut where it is read. */
    @Property(tries = 500)
    void tellsWhatAPlainListWouldTell(
            @ForAll("batches") List<List<ConsoleEvent>> batches, @ForAll @IntRange(min = 1, max = 6) int most) {
        OrderHistory tried = new OrderHistory();
        tried.bound(most, PLENTY);
        Map<RowKey, List<WorkEvent>> said = new LinkedHashMap<>();
        for (List<ConsoleEvent> batch : batches) {
            tried.take(batch);
            for (ConsoleEvent event : batch) {
                if (event instanceof WorkEvent work) {
                    List<WorkEvent> its = said.computeIfAbsent(RowKey.of(work), unknown -> new ArrayList<>());
                    if (!its.isEmpty() || !RowChange.saysNothing(work)) {
                        its.add(work);
                    }
                } else if (event instanceof WorkRemoved gone) {
                    said.remove(new RowKey(gone.source(), gone.topic(), gone.key()));
                }
            }
        }
        said.forEach((key, events) -> assertThat(tried.copyOf(key)).isEqualTo(plain(events, most)));
    }

    private static RowHistory plain(List<WorkEvent> events, int most) {
        List<RowChange> newestFirst = new ArrayList<>();
        for (WorkEvent event : events) {
            RowChange newest = newestFirst.isEmpty() ? null : newestFirst.get(0);
            boolean same = newest != null
                    && newest.state().equals(event.state())
                    && newest.status().equals(event.status())
                    && newest.message().equals(event.message())
                    && newest.meaning() == Meaning.of(event);
            if (newest != null && same) {
                newestFirst.set(0, newest.repeated(newest.repeats() + 1, event.at()));
            } else {
                newestFirst.add(0, RowChange.of(event));
            }
        }
        int kept = Math.min(most, newestFirst.size());
        return new RowHistory(newestFirst.subList(0, kept), newestFirst.size() - kept, false);
    }

    @Provide
    Arbitrary<List<List<ConsoleEvent>>> batches() {
        Arbitrary<String> ids = Arbitraries.of("ORD-1", "ORD-2", "<html>");
        Arbitrary<Instant> times = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 2_000_000_000L).map(n -> Instant.ofEpochSecond(n, n % 1_000_000_000)),
                Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.EPOCH.minusNanos(1)));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of("PROCESSING", "SHIPPED", "", "one"),
                Arbitraries.strings().withChars("aé€\uD83D\uDE00\uD800\u0000").ofMaxLength(6));
        Arbitrary<ConsoleEvent> updates = Combinators.combine(ids, texts, texts, texts, times)
                .as((id, state, status, message, at) -> new OrderEvent(
                        Orders.SOURCE, id, state, status, message, state.equals("SHIPPED"), status.equals("one"), at));
        return Arbitraries.frequencyOf(Tuple.of(9, updates), Tuple.of(1, ids.map(Orders::removed)))
                .list()
                .ofMaxSize(12)
                .list()
                .ofMaxSize(8);
    }

    private List<String> messages(String id) {
        return history.changesOf(key(id)).stream().map(RowChange::message).toList();
    }

    @Test
    void aFailureIsKeptAsOne() {
        history.take(List.of(failed("A")));

        assertThat(history.changesOf(key("A"))).containsExactly(RowChange.of(failed("A")));
    }
}
