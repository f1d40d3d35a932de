package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.key;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.removed;
import static dev.signalbox.host.order.Orders.shipped;
import static dev.signalbox.host.order.Orders.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldUpdatesTest {
    private final HeldUpdates held = new HeldUpdates(Orders.NOON, Set.of(key("OLD"))::contains);

    @Test
    void countsEveryUpdateAndKeepsTheNewestOfEachRow() {
        take(moving("A", "one"), moving("B", "one"), moving("A", "two"), shipped("A"));

        assertThat(held.updates()).isEqualTo(4);
        assertThat(held.all()).containsExactly(shipped("A"), moving("B", "one"));
    }

    @Test
    void whatCameAndWentMeanwhileLeavesNothing() {
        take(moving("A", ""), removed("A"), watch("B"), removed("B"), removed("C"));

        assertThat(held.all()).isEmpty();
        assertThat(held.concerns(key("A"))).isFalse();
    }

    @Test
    void aShownRowThatWentIsRemovedOnceHoweverOftenItCameBack() {
        take(removed("OLD"), moving("OLD", ""), removed("OLD"), moving("OLD", "again"));

        assertThat(held.all()).containsExactly(removed("OLD"), moving("OLD", "again"));
    }

    @Test
    void aWatchBringsOnlyTheRowsThatAreNotThere() {
        take(moving("A", ""), watch("A", "OLD", "NEW"), watch("A", "OLD", "NEW"));

        assertThat(held.all()).containsExactly(moving("A", ""), watch("NEW"));
        assertThat(held.updates()).isEqualTo(2);
    }

    @Test
    void knowsOfWhichRowsThereIsNews() {
        take(moving("A", ""), removed("OLD"));

        assertThat(held.concerns(key("A"))).isTrue();
        assertThat(held.concerns(key("OLD"))).isTrue();
        assertThat(held.concerns(key("B"))).isFalse();
    }

    private void take(ConsoleEvent... events) {
        held.take(List.of(events));
    }
}
