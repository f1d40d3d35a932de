package dev.signalbox.host.source;

import static dev.signalbox.api.ConnectionState.CLOSED;
import static dev.signalbox.api.ConnectionState.OPEN;
import static dev.signalbox.api.ConnectionState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WhenSettled;
import dev.signalbox.api.WorkRemoved;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What watches make of a source's life. */
@Timeout(60)
final class WatchSupervisionTest {
    private final Supervised life = new Supervised();

    @AfterEach
    void close() {
        life.close();
    }

    @Test
    void aBoundedWatchClosesTheSessionWhenAllAreSettled() {
        watch("A", "B");
        life.emits(Supervised.settled("A"));
        assertThat(life.supervisor.state()).isEqualTo(OPEN);
        life.emits(Supervised.failed("B"));
        life.awaitState(CLOSED);

        assertSettled(2, 1);
        assertThat(life.events.get(life.events.size() - 2)).isInstanceOf(WatchSettled.class);
        life.timers.advance(Duration.ofHours(1));
        assertThat(life.supervisor.state()).isEqualTo(CLOSED);
        Awaitility.await()
                .untilAsserted(() -> assertThat(life.source.mostAtOnce).hasValue(1));
    }

    @Test
    void keysThatSettledBeforeTheWatchWasKnownCountAtOnce() {
        life.opened().emits(Supervised.settled("A"), Supervised.settled("B"));
        assertThat(life.supervisor.state()).isEqualTo(OPEN);
        life.source.does(sink -> sink.watch("orders", Set.of("A", "B")));
        life.awaitState(CLOSED);

        assertSettled(2, 0);
    }

    @Test
    void aWatchThatStaysOpenIsSaidToBeSettledOncePerSettling() {
        life.opened();
        stayOpen("A");
        life.emits(Supervised.settled("A"));
        life.emits(Supervised.settled("A"));
        assertThat(life.events(WatchSettled.class)).hasSize(1);
        assertThat(life.supervisor.state()).isEqualTo(OPEN);
        life.emits(Supervised.moving("A"));
        life.emits(Supervised.settled("A"));

        assertThat(life.events(WatchSettled.class)).hasSize(2);
    }

    @Test
    void tellingTheSameSetAgainIsNoNewSettling() {
        life.opened();
        stayOpen("A");
        life.emits(Supervised.settled("A"));
        life.ends(WAITING);
        life.retried();
        stayOpen("A");
        life.emits(Supervised.settled("A"));

        assertThat(life.events(WatchSettled.class)).hasSize(1);
    }

    @Test
    void anOpenWatchNeverClosesByItself() {
        life.opened().emits(Supervised.settled("A"));

        assertThat(life.supervisor.state()).isEqualTo(OPEN);
        assertThat(life.events(WatchSettled.class)).isEmpty();
    }

    @Test
    void anEmptyWatchIsNotSettled() {
        watch();
        life.emits(Supervised.settled("A"));

        assertThat(life.supervisor.state()).isEqualTo(OPEN);
        assertThat(life.events(WatchSettled.class)).isEmpty();
    }

    @Test
    void updatesOutsideTheWatchAreCountedAndNotShown() {
        watch("A");
        life.emits(Supervised.moving("B"), Supervised.moving("A"), Supervised.settled("C"));
        life.timers.advance(Duration.ofSeconds(2));

        assertThat(life.events(OrderEvent.class)).containsExactly(Supervised.moving("A"));
        assertThat(life.events(Problem.class)).isEmpty();
        assertThat(life.events(SourceActivity.class)).first().satisfies(activity -> {
            assertThat(activity.outside()).isEqualTo(2);
            assertThat(activity.received()).isEqualTo(3);
        });
    }

    @Test
    void aFailureOutsideTheWatchIsSaidAsAProblem() {
        watch("A");
        life.emits(Supervised.failed("B"));

        assertThat(life.events(OrderEvent.class)).isEmpty();
        assertThat(life.events(Problem.class))
                .singleElement()
                .satisfies(problem -> assertThat(problem.cause()).contains("B", "because"));
    }

    @Test
    void anotherSetRemovesWhatIsNoLongerFollowed() {
        watch("A", "B");
        life.emits(Supervised.moving("A"));
        life.source.does(sink -> sink.watch("orders", Set.of("B", "C")));

        assertThat(life.events(WorkRemoved.class).stream().map(WorkRemoved::key))
                .containsExactly("A");
        assertThat(life.events.get(life.events.size() - 1))
                .isEqualTo(new WatchChanged(Supervised.NAME, "orders", Set.of("B", "C"), life.timers.now()));
        life.emits(Supervised.moving("A"));
        assertThat(life.events(OrderEvent.class)).hasSize(1);
    }

    @Test
    void removingTheLastUnsettledKeySettlesTheRest() {
        watch("A", "B");
        life.emits(Supervised.settled("A"));
        life.source.does(
                sink -> sink.emit(java.util.List.of(new WorkRemoved(Supervised.NAME, "orders", "B", Supervised.NOON))));
        life.awaitState(CLOSED);

        assertSettled(1, 0);
    }

    @Test
    void finishedTakesTheKeysSeenAsTheSet() {
        life.opened().emits(Supervised.settled("A"), Supervised.failed("B"));
        life.leaves(CLOSED, () -> SessionEnd.finished("all told"));

        assertSettled(2, 1);
    }

    @Test
    void finishedWithUnsettledKeysIsNotSettledAndSaysHowManyAreMissing() {
        watch("A", "B");
        life.emits(Supervised.settled("A"));
        life.leaves(CLOSED, () -> SessionEnd.finished("All told."));

        assertThat(life.events(WatchSettled.class)).isEmpty();
        assertThat(life.lastChange().reason()).isEqualTo("All told. 1 of 2 are not settled.");
    }

    @Test
    void finishedWithoutAnyKeyIsNotSettled() {
        life.opened().leaves(CLOSED, () -> SessionEnd.finished("all told"));

        assertThat(life.events(WatchSettled.class)).isEmpty();
    }

    @Test
    void aLostStreamIsReopenedWhileTheWorkIsIncomplete() {
        watch("A");
        life.emits(Supervised.moving("A"));
        life.ends(WAITING);
        life.retried();
        life.emits(Supervised.settled("A"));
        life.awaitState(CLOSED);

        assertSettled(1, 0);
    }

    @Test
    void everyBoundedTopicMustBeSettled() {
        watch("A");
        life.source.does(sink -> sink.watch("jobs", Set.of("J")));
        life.emits(Supervised.settled("A"));

        assertThat(life.supervisor.state()).isEqualTo(OPEN);
        assertSettled(1, 0);
    }

    @Test
    void connectAfterAllSettledBeginsANewWatch() {
        watch("A");
        life.emits(Supervised.settled("A"));
        life.awaitState(CLOSED);
        life.connected();

        assertThat(life.events(WorkRemoved.class)).hasSize(1);
        assertThat(life.fresh()).isTrue();
        life.emits(Supervised.moving("other"));
        assertThat(life.events(OrderEvent.class)).endsWith(Supervised.moving("other"));
    }

    private void watch(String... keys) {
        life.opened();
        life.source.does(sink -> sink.watch("orders", Set.of(keys)));
    }

    private void stayOpen(String... keys) {
        life.source.does(sink -> sink.watch("orders", Set.of(keys), WhenSettled.STAY_OPEN));
    }

    private void assertSettled(int total, int failed) {
        assertThat(life.events(WatchSettled.class))
                .containsExactly(new WatchSettled(Supervised.NAME, "orders", total, failed, life.timers.now()));
    }
}
