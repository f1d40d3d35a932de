package dev.signalbox.host.demo;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlingStoryTest {
    private static final long[] SEEDS = {DemoKind.USUAL_SEED, 1, 42, -3};

    @Test
    void tellsOfTwentyFourOrdersAllKnownFromTheBeginning() {
        List<String> ids =
                IntStream.rangeClosed(1001, 1024).mapToObj(n -> "ORD-" + n).toList();
        assertThat(story(7).orders()).extracting(DemoOrder::orderId).isEqualTo(ids);
        assertThat(moves(story(7)).map(DemoOrder::orderId)).hasSameElementsAs(ids);
    }

    @Test
    void noOrderIsSettledOrFailedAtTheBeginning() {
        assertThat(story(7).orders()).noneMatch(DemoOrder::settled).noneMatch(DemoOrder::failed);
    }

    @ParameterizedTest
    @ValueSource(longs = {DemoKind.USUAL_SEED, 1, 42, -3})
    void everyOrderIsSettledAtTheEndAndExactlyTwoFailed(long seed) {
        assertThat(ends(story(seed)))
                .hasSize(24)
                .allMatch(DemoOrder::settled)
                .filteredOn(DemoOrder::failed)
                .extracting(DemoOrder::orderId)
                .containsExactly("ORD-1007", "ORD-1018");
    }

    @ParameterizedTest
    @ValueSource(longs = {DemoKind.USUAL_SEED, 1, 42, -3})
    void whatSettledOrFailedNeverMovesAgain(long seed) {
        moves(story(seed))
                .collect(groupingBy(DemoOrder::orderId))
                .values()
                .forEach(way -> assertThat(way.subList(0, way.size() - 1))
                        .noneMatch(DemoOrder::settled)
                        .noneMatch(DemoOrder::failed));
    }

    @Test
    void oneOrderFailsEarlyAndOneLate() {
        assertThat(story(7).list())
                .filteredOn(step -> step instanceof DemoStep.Moved moved
                        && moved.orders().stream().anyMatch(DemoOrder::failed))
                .extracting(DemoStep::at)
                .satisfiesExactly(
                        early -> assertThat(early).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(22)),
                        late -> assertThat(late).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(52)));
    }

    @ParameterizedTest
    @ValueSource(longs = {DemoKind.USUAL_SEED, 1, 42, -3})
    void endsAfterAboutAMinuteWithItsLastOrder(long seed) {
        List<DemoStep> steps = story(seed).list();
        assertThat(steps.get(steps.size() - 1).at()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(65));
    }

    @ParameterizedTest
    @ValueSource(longs = {DemoKind.USUAL_SEED, 1, 42, -3})
    void losesTheConnectionOnceAndOrdersMoveInTheGap(long seed) {
        List<DemoStep> steps = story(seed).list();
        assertThat(steps).filteredOn(DemoStep.ConnectionLost.class::isInstance).hasSize(1);
        Duration lost = Duration.ofSeconds(25);
        assertThat(steps)
                .filteredOn(step -> step.at().compareTo(lost) > 0 && step.at().compareTo(lost.plusSeconds(2)) < 0)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {DemoKind.USUAL_SEED, 1, 42, -3})
    void anEventHoldsOneToThreeDifferentOrders(long seed) {
        for (DemoStep step : story(seed).list()) {
            if (step instanceof DemoStep.Moved moved) {
                assertThat(moved.orders()).hasSizeBetween(1, 3);
                assertThat(moved.orders()).extracting(DemoOrder::orderId).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void stepsComeInTheOrderOfTheirTimes() {
        assertThat(story(7).list()).extracting(DemoStep::at).isSorted();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        for (long seed : SEEDS) {
            assertThat(story(seed).list()).isEqualTo(story(seed).list());
            assertThat(story(seed).orders()).isEqualTo(story(seed).orders());
        }
        assertThat(new HashSet<>(List.of(story(1).list(), story(2).list()))).hasSize(2);
    }

    private static SettlingStory story(long seed) {
        return new SettlingStory(seed);
    }

    private static Stream<DemoOrder> moves(SettlingStory story) {
        return story.list().stream()
                .flatMap(step -> step instanceof DemoStep.Moved moved ? moved.orders().stream() : Stream.empty());
    }

    private static List<DemoOrder> ends(SettlingStory story) {
        Map<String, DemoOrder> orders = new LinkedHashMap<>();
        story.orders().forEach(order -> orders.put(order.orderId(), order));
        moves(story).forEach(order -> orders.put(order.orderId(), order));
        return new ArrayList<>(orders.values());
    }
}
