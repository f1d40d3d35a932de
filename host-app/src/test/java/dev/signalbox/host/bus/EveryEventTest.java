package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.WorkRemoved;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The subscription that is told of each and every event. The bound here is a small one. */
@Timeout(60)
final class EveryEventTest {
    private static final int MOST = 64;

    private final TestBus test = new TestBus(20, new Bounds(MOST, 16, 16));
    private final MailboxEventBus bus = test.bus;
    private final Recorder<ConsoleEvent> every = new Recorder<>();

    @Test
    void nothingIsMergedOrDroppedHoweverFarBehindItIs() throws Exception {
        bus.subscribeEvery(ConsoleEvent.class, every);
        List<ConsoleEvent> all = Events.<ConsoleEvent>many(
                3 * MOST, n -> n % 2 == 0 ? Events.moving("the one row", n) : Events.notice(n));
        bus.publish(all);
        test.settle();

        assertThat(every.events()).isEqualTo(all);
    }

    @Test
    void aSourceWaitsThoughMergingWouldMakeRoom() throws Exception {
        bus.subscribeEvery(ConsoleEvent.class, every);
        bus.publish(Events.many(MOST, n -> Events.moving("the one row", n)));
        CompletableFuture<Boolean> published = CompletableFuture.supplyAsync(() -> publishWhenRoom(5));
        assertThat(bus.publishWhenRoom(List.of(), () -> true)).isFalse();
        assertThat(published).isNotDone();
        assertThat(bus.longestBacklog()).isEqualTo(MOST);
        test.hostThread.step();

        assertThat(published.get(20, TimeUnit.SECONDS)).isTrue();
        test.settle();
        assertThat(every.events()).hasSize(MOST + 5);
    }

    @Test
    void aPluginsSubscriptionBesideItIsMergedAsBefore() throws Exception {
        Recorder<ConsoleEvent> plugin = new Recorder<>();
        bus.subscribeEvery(ConsoleEvent.class, every);
        test.plugin.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, plugin);
        bus.publish(Events.many(MOST, n -> Events.moving("the one row", n)));
        test.settle();

        assertThat(every.events()).hasSize(MOST);
        assertThat(plugin.events()).containsExactly(Events.moving("the one row", MOST - 1));
    }

    @Test
    void whichRowsTheBusLetsGoOfIsToldToThoseWhoKeepRowsOnly() throws Exception {
        Recorder<ConsoleEvent> rows = new Recorder<>();
        bus.subscribeEvery(ConsoleEvent.class, every);
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, rows);
        bus.publish(Events.many(21, n -> Events.moving("row " + n, n)));
        test.settle();

        assertThat(every.events()).hasSize(21);
        assertThat(rows.events(WorkRemoved.class)).hasSize(1);
        assertThat(rows.events(Problem.class)).hasSize(1);
    }

    private boolean publishWhenRoom(int events) {
        try {
            return bus.publishWhenRoom(Events.many(events, n -> Events.moving("another", n)), () -> false);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
