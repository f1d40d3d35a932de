package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which rows go when there are too many. */
final class RetentionTest {
    private final AtomicInteger most = new AtomicInteger(3);
    private final CurrentEvents current = new CurrentEvents(most::get);

    @Test
    void withinTheBoundNothingGoes() {
        List<ConsoleEvent> events = List.of(Events.moving("A", 1), Events.moving("B", 1), Events.moving("A", 2));

        assertThat(current.apply(events)).isEqualTo(events);
    }

    @Test
    void theSettledGoFirst() {
        current.apply(List.of(Events.failed("F", 1), Events.moving("M", 1), Events.settled("S", 1)));

        assertThat(removedBy(Events.moving("N", 1))).containsExactly("S");
    }

    @Test
    void thenTheMovingGo() {
        current.apply(List.of(Events.failed("F", 1), Events.moving("M", 1), Events.moving("N", 1)));

        assertThat(removedBy(Events.moving("O", 1))).containsExactly("M");
    }

    @Test
    void theFailedGoLastAndTheOldestOfThemFirst() {
        current.apply(List.of(Events.failed("F", 1), Events.failed("G", 1), Events.failed("H", 1)));

        assertThat(removedBy(Events.failed("I", 1))).containsExactly("F");
    }

    @Test
    void theOneThatMovedLastIsTheYoungest() {
        current.apply(List.of(Events.settled("A", 1), Events.settled("B", 1), Events.settled("A", 2)));

        assertThat(removedBy(Events.moving("C", 1), Events.moving("D", 1))).containsExactly("B");
    }

    @Test
    void aSettledRowThatMovesAgainIsMoving() {
        current.apply(List.of(Events.settled("A", 1), Events.settled("B", 1), Events.moving("A", 2)));

        assertThat(removedBy(Events.moving("C", 1), Events.moving("D", 1))).containsExactly("B");
    }

    @Test
    void whatGoesIsPublishedAfterWhatMadeItGo() {
        current.apply(List.of(Events.settled("A", 1), Events.settled("B", 1), Events.settled("C", 1)));
        List<? extends ConsoleEvent> all = current.apply(List.of(Events.moving("D", 1)));

        assertThat(all.get(0)).isEqualTo(Events.moving("D", 1));
        assertThat(all.get(1)).isInstanceOf(WorkRemoved.class);
    }

    @Test
    void itIsSaidOnceForMany() {
        List<? extends ConsoleEvent> all = current.apply(Events.many(900, i -> Events.settled("K" + i, i)));

        assertThat(all.stream().filter(Problem.class::isInstance)).hasSize(1);
        assertThat(all.stream().filter(WorkRemoved.class::isInstance)).hasSize(897);
    }

    @Test
    void aSmallerBoundBitesWithTheNextEvents() {
        current.apply(List.of(Events.settled("A", 1), Events.settled("B", 1), Events.settled("C", 1)));
        most.set(1);

        assertThat(removedBy(Events.moving("C", 2))).containsExactly("A", "B");
        assertThat(current.replay()).isEqualTo(List.of(Events.moving("C", 2)));
    }

    @Test
    void whatWentIsNotReplayedNeitherAsARowNorAsAKeyOfItsWatch() {
        current.apply(List.of(Events.watch("A", "B"), Events.settled("A", 1), Events.moving("B", 1)));
        most.set(1);
        current.apply(List.of(Events.moving("B", 2)));

        assertThat(current.replay()).isEqualTo(List.of(Events.watch("B"), Events.moving("B", 2)));
    }

    private List<String> removedBy(WorkEvent... events) {
        return current.apply(List.of(events)).stream()
                .filter(WorkRemoved.class::isInstance)
                .map(event -> ((WorkRemoved) event).key())
                .toList();
    }
}
