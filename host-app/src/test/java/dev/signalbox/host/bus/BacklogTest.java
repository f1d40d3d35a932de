package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class BacklogTest {

    @Test
    void aLoneBatchIsGivenAsItCame() {
        List<OrderEvent> batch = Events.many(10, n -> Events.moving("A", n));
        Backlog<OrderEvent> backlog = new Backlog<>();
        backlog.add(batch, 1);

        assertThat(backlog.toList()).isSameAs(batch);
    }

    @Property(tries = 200)
    void isAQueueOfEventsWhateverTheBatches(@ForAll long seed) {
        Random random = new Random(seed);
        Backlog<OrderEvent> backlog = new Backlog<>();
        List<OrderEvent> expected = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            int from = step * 100;
            List<OrderEvent> batch = Events.many(1 + random.nextInt(9), n -> Events.moving("A", from + n));
            switch (random.nextInt(4)) {
                case 0 -> {
                    backlog.addFirst(batch, step);
                    expected.addAll(0, batch);
                    assertThat(backlog.oldest()).isEqualTo(step);
                }
                case 1 -> {
                    int most = random.nextInt(20);
                    int taken = Math.min(most, expected.size());
                    assertThat(backlog.takeFirst(most).toList()).isEqualTo(expected.subList(0, taken));
                    expected.subList(0, taken).clear();
                }
                default -> {
                    backlog.add(batch, step);
                    expected.addAll(batch);
                }
            }
            assertThat(backlog.events()).isEqualTo(expected.size());
            assertThat(backlog.isEmpty()).isEqualTo(expected.isEmpty());
        }

        assertThat(backlog.toList()).isEqualTo(expected);
    }
}
