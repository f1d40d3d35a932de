package dev.signalbox.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundsStoryTest {
    @Test
    void neverAreAllOrdersSettled() {
        DemoStory story = DemoKind.ENDLESS.story(7);
        Map<String, DemoOrder> orders = new LinkedHashMap<>();
        story.orders().forEach(order -> orders.put(order.orderId(), order));
        Iterator<DemoStep> steps = story.steps();
        for (int i = 0; i < 10_000; i++) {
            moved(steps).forEach(order -> orders.put(order.orderId(), order));
            assertThat(orders.values()).anyMatch(order -> !order.settled());
        }
        assertThat(orders).hasSameSizeAs(story.orders());
    }

    @Test
    void someOrdersFailAndRecover() {
        Set<String> failing = new HashSet<>();
        int failures = 0;
        int recoveries = 0;
        Iterator<DemoStep> steps = DemoKind.ENDLESS.story(7).steps();
        for (int i = 0; i < 2_000; i++) {
            for (DemoOrder order : moved(steps)) {
                if (order.failed()) {
                    failures++;
                    failing.add(order.orderId());
                } else if (failing.remove(order.orderId())) {
                    recoveries++;
                }
            }
        }
        assertThat(failures).isPositive();
        assertThat(recoveries).isBetween(1, failures);
    }

    @Test
    void ordersArriveAndAreOrderedAgain() {
        Iterator<DemoStep> steps = DemoKind.ENDLESS.story(7).steps();
        int arrived = 0;
        for (int i = 0; i < 2_000; i++) {
            arrived += (int) moved(steps).stream().filter(DemoOrder::settled).count();
        }
        assertThat(arrived).isGreaterThan(40);
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        DemoStory story = DemoKind.ENDLESS.story(7);
        Iterator<DemoStep> once = story.steps();
        Iterator<DemoStep> again = DemoKind.ENDLESS.story(7).steps();
        for (int i = 0; i < 1_000; i++) {
            assertThat(once.next()).isEqualTo(again.next());
        }
        assertThat(story.orders()).isEqualTo(DemoKind.ENDLESS.story(7).orders());
        assertThat(DemoKind.ENDLESS.story(8).orders()).isNotEqualTo(story.orders());
    }

    @Test
    void aStormIsAThousandUpdatesASecondOnTenThousandOrders() {
        DemoStory story = DemoKind.STORM.story(7);
        Set<String> ids = new HashSet<>();
        int inTheFirstSecond = 0;
        Iterator<DemoStep> steps = story.steps();
        for (int i = 0; i < 5_000; i++) {
            DemoStep.Moved step = (DemoStep.Moved) steps.next();
            step.orders().forEach(order -> ids.add(order.orderId()));
            if (step.at().compareTo(Duration.ofSeconds(1)) <= 0) {
                inTheFirstSecond += step.orders().size();
            }
        }
        assertThat(inTheFirstSecond).isEqualTo(1_000);
        assertThat(ids).hasSize(10_000);
        assertThat(story.orders())
                .hasSize(10_000)
                .extracting(DemoOrder::orderId)
                .containsAll(ids);
    }

    private static List<DemoOrder> moved(Iterator<DemoStep> steps) {
        return ((DemoStep.Moved) steps.next()).orders();
    }
}
