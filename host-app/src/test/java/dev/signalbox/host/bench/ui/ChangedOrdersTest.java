package dev.signalbox.host.bench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedOrdersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void theNewestOfEachOrderIsLeftAndNothingAfterClearing(int changed) {
        List<OrderEvent> updates = new OrderUpdates(100, 3).first();
        ChangedOrders changes = new ChangedOrders(100);
        for (int order = 0; order < changed; order++) {
            changes.put(order, updates.get(99));
            changes.put(order, updates.get(order));
        }

        assertThat(changes.count()).isEqualTo(changed);
        for (int i = 0; i < changed; i++) {
            assertThat(changes.event(i)).isEqualTo(updates.get(changes.order(i)));
        }

        changes.clear();
        assertThat(changes.count()).isZero();
        changes.put(0, updates.get(0));
        assertThat(changes.count()).isOne();
    }
}
