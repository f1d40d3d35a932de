package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.api.WorkUpdate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

final class MergingTest {

    @Test
    void aNewerEventOfARowReplacesAnOlderOne() {
        OrderEvent other = Events.moving("B", 2);
        OrderEvent newest = Events.moving("A", 3);

        assertThat(Merging.merge(List.of(Events.moving("A", 1), other, newest))).containsExactly(other, newest);
    }

    @Test
    void settledAndFailedEventsAreNeverReplaced() {
        List<OrderEvent> all =
                List.of(Events.settled("A", 1), Events.failed("A", 2), Events.settled("A", 3), Events.moving("A", 4));

        assertThat(Merging.merge(all)).isEqualTo(all);
    }

    @Test
    void aFailedEventThatIsNotSettledIsKeptToo() {
        OrderEvent failing = Events.order(Events.SOURCE, "A", 1, false, true);

        assertThat(Merging.merge(List.of(failing, Events.moving("A", 2)))).startsWith(failing);
    }

    @Test
    void rowsOfAnotherSourceOrTopicAreOtherRows() {
        List<WorkEvent> all = List.of(
                Events.moving("A", 1),
                Events.order("other/orders", "A", 2, false, false),
                WorkUpdate.moving(Events.SOURCE, "jobs", "A", "3"));

        assertThat(Merging.merge(all)).isEqualTo(all);
    }

    @Test
    void whatHappenedToARowBeforeItWasRemovedNeedsNotBeTold() {
        WorkRemoved removed = Events.removed("A");

        assertThat(Merging.merge(List.of(Events.moving("A", 1), removed))).isEqualTo(List.of(removed));
    }

    @Test
    void everythingThatIsNoRowIsKept() {
        List<ConsoleEvent> all = List.of(
                Events.notice(1),
                Events.notice(1),
                Events.problem("reading"),
                Events.connection(Events.SOURCE, ConnectionState.OPEN),
                Events.connection(Events.SOURCE, ConnectionState.OPEN));

        assertThat(Merging.merge(all)).isEqualTo(all);
    }

    @Test
    void noticesDropOldestFirst() {
        List<ConsoleEvent> backlog =
                List.of(Events.notice(1), Events.moving("A", 1), Events.notice(2), Events.notice(3));

        assertThat(Merging.withoutOldestNotices(backlog, 2))
                .isEqualTo(List.of(Events.moving("A", 1), Events.notice(3)));
        assertThat(Merging.withoutOldestNotices(backlog, 0)).isEqualTo(backlog);
        assertThat(Merging.withoutOldestNotices(backlog, 9)).isEqualTo(List.of(Events.moving("A", 1)));
    }

    @Property(tries = 300)
    void leavesOutExactlyTheMovingEventsThatARowHasANewerOneOf(@ForAll("backlogs") List<ConsoleEvent> backlog) {
        List<ConsoleEvent> expected = new ArrayList<>();
        for (int i = 0; i < backlog.size(); i++) {
            if (!outdated(backlog, i)) {
                expected.add(backlog.get(i));
            }
        }
        List<ConsoleEvent> merged = Merging.merge(backlog);

        assertThat(merged).isEqualTo(expected);
        assertThat(Merging.merge(merged)).isEqualTo(merged);
    }

    @Provide
    Arbitrary<List<ConsoleEvent>> backlogs() {
        Arbitrary<String> keys = Arbitraries.of("A", "B", "C");
        Arbitrary<ConsoleEvent> orders = Combinators.combine(
                        keys,
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 0, 1))
                .as((key, number, settled, failed) -> Events.order(Events.SOURCE, key, number, settled, failed == 1));
        return Arbitraries.frequencyOf(
                        Tuple.of(8, orders),
                        Tuple.of(1, keys.map(Events::removed)),
                        Tuple.of(1, Arbitraries.integers().between(1, 3).map(Events::notice)))
                .list()
                .ofMaxSize(30);
    }

    private static boolean outdated(List<ConsoleEvent> backlog, int index) {
        if (!(backlog.get(index) instanceof WorkEvent work) || work.settled() || work.failed()) {
            return false;
        }
        return backlog.subList(index + 1, backlog.size()).stream()
                .anyMatch(later -> later instanceof WorkEvent other
                        ? Events.row(other).equals(Events.row(work))
                        : later instanceof WorkRemoved gone && Events.row(gone).equals(Events.row(work)));
    }
}
