package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows go when there are too many. */
final class RetentionTest {
    private final AtomicInteger most = new AtomicInteger(3);
    private final MailboxEventBus bus = new MailboxEventBus(
            new Subscriber("the console", Runnable::run, RetentionTest.class.getClassLoader(), true), most::get);
    private final Recorder<ConsoleEvent> all = new Recorder<>();

    @BeforeEach
    void subscribe() {
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, all);
    }

    @Test
    void withinTheBoundNothingGoes() throws Exception {
        List<ConsoleEvent> events = List.of(Events.moving("A", 1), Events.moving("B", 1), Events.moving("A", 2));
        publish(events);

        assertThat(all.events()).isEqualTo(events);
    }

    @Test
    void theSettledGoFirst() throws Exception {
        publish(Events.failed("F", 1), Events.moving("M", 1), Events.settled("S", 1));

        assertThat(removedBy(Events.moving("N", 1))).containsExactly("S");
    }

    @Test
    void thenTheMovingGo() throws Exception {
        publish(Events.failed("F", 1), Events.moving("M", 1), Events.moving("N", 1));

        assertThat(removedBy(Events.moving("O", 1))).containsExactly("M");
    }

    @Test
    void theFailedGoLastAndTheOldestOfThemFirst() throws Exception {
        publish(Events.failed("F", 1), Events.failed("G", 1), Events.failed("H", 1));

        assertThat(removedBy(Events.failed("I", 1))).containsExactly("F");
    }

    @Test
    void theOneThatMovedLastIsTheYoungest() throws Exception {
        publish(Events.settled("A", 1), Events.settled("B", 1), Events.settled("A", 2));

        assertThat(removedBy(Events.moving("C", 1), Events.moving("D", 1))).containsExactly("B");
    }

    @Test
    void aSettledRowThatMovesAgainIsMoving() throws Exception {
        publish(Events.settled("A", 1), Events.settled("B", 1), Events.moving("A", 2));

        assertThat(removedBy(Events.moving("C", 1), Events.moving("D", 1))).containsExactly("B");
    }

    @Test
    void whatGoesIsPublishedAfterWhatMadeItGo() throws Exception {
        publish(Events.settled("A", 1), Events.settled("B", 1), Events.settled("C", 1));
        publish(Events.moving("D", 1));

        assertThat(all.events().get(3)).isEqualTo(Events.moving("D", 1));
        assertThat(all.events().get(4)).isInstanceOf(WorkRemoved.class);
    }

    @Test
    void itIsSaidOnceForMany() throws Exception {
        publish(Events.many(900, i -> Events.settled("K" + i, i)));

        assertThat(all.events(Problem.class)).hasSize(1);
        assertThat(all.events(WorkRemoved.class)).hasSize(897);
    }

    @Test
    void itIsSaidAgainAtEachThousand() throws Exception {
        for (int n = 0; n < 2_005; n++) {
            publish(Events.settled("K" + n, n));
        }

        assertThat(all.events(WorkRemoved.class)).hasSize(2_002);
        assertThat(all.events(Problem.class)).hasSize(3);
    }

    @Test
    void aSmallerBoundBitesWithTheNextEvents() throws Exception {
        publish(Events.settled("A", 1), Events.settled("B", 1), Events.settled("C", 1));
        most.set(1);

        assertThat(removedBy(Events.moving("C", 2))).containsExactly("A", "B");
        assertThat(replay()).isEqualTo(List.of(Events.moving("C", 2)));
    }

    @Test
    void whatWentIsNotReplayedNeitherAsARowNorAsAKeyOfItsWatch() throws Exception {
        publish(Events.watch("A", "B"), Events.settled("A", 1), Events.moving("B", 1));
        most.set(1);
        publish(Events.moving("B", 2));

        assertThat(replay()).isEqualTo(List.of(Events.watch("B"), Events.moving("B", 2)));
    }

    /** However fast rows come and go: who follows the removals holds exactly what a latecomer is told. */
    @Test
    void everyViewLetsGoOfTheSameRowsWhileTheFeedGoesOn() throws Exception {
        most.set(100);
        for (int n = 0; n < 20_000; n++) {
            int number = n;
            bus.publish(Events.many(
                    5,
                    i -> Events.order(
                            Events.SOURCE,
                            "K" + (number * 7 + i * 13) % 1_000,
                            number,
                            number % 3 == 0,
                            number % 11 == 0)));
        }
        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
        Map<String, WorkEvent> followed = new HashMap<>();
        for (ConsoleEvent event : all.events()) {
            if (event instanceof WorkEvent work) {
                followed.put(work.key(), work);
            } else if (event instanceof WorkRemoved removed) {
                followed.remove(removed.key());
            }
        }

        assertThat(followed).hasSize(100);
        assertThat(replay()).hasSize(100).hasSameElementsAs(followed.values());
    }

    private void publish(ConsoleEvent... events) throws InterruptedException {
        publish(List.of(events));
    }

    private void publish(List<? extends ConsoleEvent> events) throws InterruptedException {
        bus.publish(events);
        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
    }

    private List<String> removedBy(WorkEvent... events) throws InterruptedException {
        int before = all.events(WorkRemoved.class).size();
        publish(events);
        return all.events(WorkRemoved.class).stream()
                .skip(before)
                .map(WorkRemoved::key)
                .toList();
    }

    private List<ConsoleEvent> replay() throws InterruptedException {
        Recorder<ConsoleEvent> late = new Recorder<>();
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.CURRENT, late);
        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
        return late.events();
    }
}
