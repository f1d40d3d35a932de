package dev.signalbox.host.bench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestCheckTest {
    private final List<OrderEvent> last = last();
    private final List<Instant> held =
            new ArrayList<>(last.stream().map(OrderEvent::at).toList());
    private final List<ShownRow> all = rows(last.stream());
    private final List<ShownRow> found = rows(last.stream()
            .filter(event -> event.message().contains(Messages.SEARCHED))
            .sorted(Comparator.comparing(OrderEvent::message).thenComparing(OrderEvent::orderId)));

    @Test
    void aRightTableHasNoDifference() {
        assertThat(RestCheck.differences(last, held, all, Mode.PLAIN)).isEmpty();
        assertThat(RestCheck.differences(last, held, found, Mode.SORTED_FILTERED))
                .isEmpty();
        assertThat(found).hasSizeBetween(100, 400);
    }

    @Test
    void anOlderUpdateIsFound() {
        held.set(7, Instant.EPOCH);

        assertThat(wrongWhenPlain()).singleElement().asString().contains("ORD-000007", "1970");
    }

    @Test
    void anOrderTooFewIsFound() {
        held.remove(7);

        assertThat(wrongWhenPlain()).containsExactly("there are 500 orders, and the subject has 499");
    }

    @Test
    void anOlderTextIsFound() {
        all.set(7, new ShownRow("ORD-000007", all.get(7).state(), "Lost"));

        assertThat(wrongWhenPlain()).singleElement().asString().contains("Lost");
    }

    @Test
    void aRowThatIsMissingIsFound() {
        ShownRow gone = found.remove(7);

        assertThat(wrongWhenFiltered()).singleElement().asString().contains(gone.order(), "is not shown");
    }

    @Test
    void aRowThatIsHiddenByTheFilterAndShownIsFound() {
        assertThat(RestCheck.differences(last, held, all, Mode.SORTED_FILTERED))
                .hasSize(6)
                .last()
                .asString()
                .startsWith("… and ");
    }

    @Test
    void aRowThatIsShownTwiceIsFound() {
        all.add(all.get(7));

        assertThat(wrongWhenPlain()).anyMatch(line -> line.contains("not twice"));
    }

    @Test
    void twoRowsInTheWrongOrderAreFound() {
        Collections.swap(found, 10, 11);

        assertThat(wrongWhenFiltered()).isNotEmpty().allMatch(line -> line.contains("stands above"));
    }

    @Test
    void rowsOfOneMessageStandInTheOrderOfTheirIds() {
        OrderEvent one = last.get(0);
        OrderEvent other = new OrderEvent(
                one.source(), "ORD-000001", one.state(), one.status(), one.message(), false, false, one.at());
        List<Instant> times = List.of(one.at(), one.at());

        assertThat(RestCheck.differences(List.of(one, other), times, rows(Stream.of(other, one)), Mode.PLAIN))
                .singleElement()
                .asString()
                .contains("stands above");
    }

    private List<String> wrongWhenPlain() {
        return RestCheck.differences(last, held, all, Mode.PLAIN);
    }

    private List<String> wrongWhenFiltered() {
        return RestCheck.differences(last, held, found, Mode.SORTED_FILTERED);
    }

    private static List<OrderEvent> last() {
        OrderUpdates updates = new OrderUpdates(500, 11);
        updates.first();
        updates.next(2_000);
        return updates.last();
    }

    private static List<ShownRow> rows(Stream<OrderEvent> events) {
        return new ArrayList<>(events.map(event -> new ShownRow(event.orderId(), event.state(), event.message()))
                .toList());
    }
}
