package dev.signalbox.host.bench.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterTest {
    private final Batches batches = new Batches();

    @Test
    void nothingDiffersWhenEveryEventCameOneByOneOrInBatches() {
        List<List<OrderEvent>> all = some(1_500);
        Counter oneByOne = new Counter();
        all.forEach(batch -> batch.forEach(oneByOne::take));

        assertThat(oneByOne.differenceFrom(Counter.having(all))).isEmpty();
    }

    @Test
    void aLostEventIsFound() {
        List<List<OrderEvent>> all = some(2);
        Counter counter = new Counter();
        counter.take(all.get(0));
        counter.take(all.get(1).subList(1, Batches.SIZE));

        assertThat(counter.differenceFrom(Counter.having(all))).isEqualTo("it got 19 events of 20");
    }

    @Test
    void eventsInAnotherOrderAreFound() {
        List<List<OrderEvent>> all = some(1_001);
        List<OrderEvent> last = new ArrayList<>(all.get(1_000));
        Collections.reverse(last);
        List<List<OrderEvent>> wrong = new ArrayList<>(all);
        wrong.set(1_000, last);

        assertThat(Counter.having(wrong).differenceFrom(Counter.having(all))).startsWith("its events sum up to ");
    }

    @Test
    void aBurstHoldsNoOrderTwice() {
        assertThat(some(Publishing.BATCHES).stream()
                        .flatMap(List::stream)
                        .map(OrderEvent::orderId)
                        .distinct())
                .hasSize(Publishing.BATCHES * Batches.SIZE);
    }

    @Test
    void everyPublisherTellsEverySubscriberEverything() {
        for (String name : Publisher.ALL) {
            Publishing publishing = new Publishing();
            publishing.subject = name;
            publishing.subscribers = 3;
            publishing.open();
            publishing.burst();
            publishing.awaitSubscribers();
            publishing.close();
        }
    }

    private List<List<OrderEvent>> some(int count) {
        List<List<OrderEvent>> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(batches.next());
        }
        return some;
    }
}
