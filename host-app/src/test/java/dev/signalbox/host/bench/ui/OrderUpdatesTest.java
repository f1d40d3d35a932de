package dev.signalbox.host.bench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderUpdatesTest {
    private static final int MANY = 200_000;
    private static final Pattern NUMBER = Pattern.compile("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");

    @Test
    void sameSeedMakesTheSameUpdates() {
        assertThat(texts(new OrderUpdates(100, 5).next(1_000))).isEqualTo(texts(new OrderUpdates(100, 5).next(1_000)));
        assertThat(texts(new OrderUpdates(100, 5).next(1_000)))
                .isNotEqualTo(texts(new OrderUpdates(100, 6).next(1_000)));
    }

    @Test
    void everyOrderHasTheSameChance() {
        Map<String, Long> updates = new OrderUpdates(100, 5)
                .next(MANY).stream().collect(Collectors.groupingBy(OrderEvent::orderId, Collectors.counting()));

        assertThat(updates).hasSize(100);
        assertThat(updates.values()).allSatisfy(count -> assertThat(count).isBetween(1_750L, 2_250L));
    }

    @Test
    void halfOfTheMessagesAreFoundBySearching() {
        assertThat(Messages.all()).hasSize(Messages.COUNT).doesNotHaveDuplicates();
        assertThat(share(event -> event.message().contains(Messages.SEARCHED))).isBetween(0.48, 0.52);
    }

    @Test
    void nothingButMessagesIsFoundBySearching() {
        assertThat(new OrderUpdates(1_000, 5).next(MANY))
                .noneMatch(event -> (event.orderId() + event.state() + event.status() + event.source())
                        .toLowerCase(Locale.ROOT)
                        .contains(Messages.SEARCHED));
    }

    @Test
    void someSettleAndFewOrdersFail() {
        assertThat(share(OrderEvent::settled)).isBetween(0.015, 0.03);
        assertThat(share(OrderEvent::failed)).isBetween(0.00005, 0.001);
        assertThat(new OrderUpdates(1_000, 5)
                        .next(MANY).stream().filter(OrderEvent::failed).map(OrderEvent::orderId))
                .containsOnly("ORD-000000", "ORD-000500");
        assertThat(new OrderUpdates(1_000, 5).next(MANY)).allMatch(event -> event.settled() || !event.failed());
    }

    @Test
    void remembersTheLastUpdateOfEachOrder() {
        OrderUpdates updates = new OrderUpdates(50, 5);
        List<OrderEvent> all = new ArrayList<>(updates.first());
        assertThat(updates.last()).isEqualTo(all);
        all.addAll(updates.next(70));

        Map<String, OrderEvent> last = new TreeMap<>();
        all.forEach(event -> last.put(event.orderId(), event));

        assertThat(updates.last()).containsExactlyElementsOf(last.values());
    }

    /** Else the peers, which compare characters, would sort otherwise than the console. */
    @Test
    void asPeopleCountIsAsTheCharactersAre() {
        assertThat(Messages.all().stream().sorted())
                .containsExactlyElementsOf(
                        Messages.all().stream().sorted(asPeopleCount()).toList());
        assertThat(new OrderUpdates(2_000, 5).first())
                .extracting(OrderEvent::orderId)
                .isSorted()
                .isSortedAccordingTo(asPeopleCount());
    }

    private static double share(Predicate<OrderEvent> which) {
        return new OrderUpdates(10_000, 5).next(MANY).stream().filter(which).count() / (double) MANY;
    }

    private static List<List<String>> texts(List<OrderEvent> events) {
        return events.stream()
                .map(event -> List.of(event.orderId(), event.state(), event.status(), event.message()))
                .toList();
    }

    private static Comparator<String> asPeopleCount() {
        Map<String, String> keys = new HashMap<>();
        return Comparator.comparing(text -> keys.computeIfAbsent(text, OrderUpdatesTest::key));
    }

    /** Numbers filled up to one width, and no regard to case. */
    private static String key(String text) {
        return Stream.of(NUMBER.split(text, -1))
                .map(part -> part.matches("\\d+") ? "%020d".formatted(Long.parseLong(part)) : part)
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
