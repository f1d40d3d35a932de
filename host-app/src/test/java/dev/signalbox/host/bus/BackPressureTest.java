package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happens at the bound. The bound here is a small one. */
final class BackPressureTest {
    private static final int MOST = 64;

    private final TestBus test = new TestBus(1_000_000, new Bounds(MOST, 16, 16));
    private final MailboxEventBus bus = test.bus;
    private final Recorder<ConsoleEvent> host = new Recorder<>();
    private final Recorder<ConsoleEvent> plugin = new Recorder<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    // ---- the console's own subscriptions hold sources back

    @Test
    void aFullSubscriptionOfTheConsoleMakesASourceWaitUntilThereIsRoom() throws Exception {
        fillHost();
        AtomicReference<Thread> waiter = new AtomicReference<>();
        CompletableFuture<Boolean> published = publishWhenRoom(waiter);
        awaitWaiting(waiter);
        assertThat(host.events()).isEmpty();
        test.hostThread.runAll();
        assertThat(published.get(20, TimeUnit.SECONDS)).isTrue();
        test.settle();

        assertThat(host.events()).hasSize(MOST + 1).endsWith(Events.failed("last", 1));
    }

    @Test
    void cancellationEndsTheWaitAndNothingIsPublished() throws Exception {
        fillHost();
        AtomicReference<Thread> waiter = new AtomicReference<>();
        CompletableFuture<Boolean> published = publishWhenRoom(waiter);
        awaitWaiting(waiter);
        cancelled.set(true);
        assertThat(published.get(20, TimeUnit.SECONDS)).isFalse();
        test.settle();

        assertThat(host.events()).hasSize(MOST);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        fillHost();
        AtomicReference<Thread> waiter = new AtomicReference<>();
        CompletableFuture<Boolean> published = publishWhenRoom(waiter);
        awaitWaiting(waiter).interrupt();

        assertThat(published).failsWithin(java.time.Duration.ofSeconds(20));
        assertThat(bus.longestBacklog()).isEqualTo(MOST);
    }

    @Test
    void closingTheFullSubscriptionMakesRoom() throws Exception {
        var full = bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, host);
        fill();
        AtomicReference<Thread> waiter = new AtomicReference<>();
        CompletableFuture<Boolean> published = publishWhenRoom(waiter);
        awaitWaiting(waiter);
        full.close();

        assertThat(published.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void onTheEdtNothingEverWaits() throws Exception {
        fillHost();
        EventQueue.invokeAndWait(() -> {
            try {
                assertThat(bus.publishWhenRoom(List.of(Events.failed("last", 1)), () -> false))
                        .isTrue();
            } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
        });
        test.settle();

        assertThat(host.events()).hasSize(MOST + 1);
    }

    @Test
    void theConsoleItselfAlwaysPublishes() throws Exception {
        fillHost();
        bus.publish(List.of(Events.problem("reading")));
        test.settle();

        assertThat(host.events(Problem.class)).hasSize(1);
    }

    @Test
    void aFullSubscriptionOfTheConsoleMakesAPluginsPublishFailAsAWhole() throws Exception {
        fillHost();

        assertThatThrownBy(() -> test.plugin.publish(List.of(Events.moving("A", 1), Events.moving("B", 1))))
                .isInstanceOf(RejectedExecutionException.class);
        test.settle();
        assertThat(host.events()).hasSize(MOST);
    }

    @Test
    void aPluginPublishesAgainWhenThereIsRoom() throws Exception {
        fillHost();
        test.hostThread.runAll();
        test.plugin.publish(List.of(Events.moving("A", 1)));
        test.settle();

        assertThat(host.events()).hasSize(MOST + 1);
    }

    // ---- merging at the bound

    @Test
    void aBacklogOfUpdatesIsMergedAndNobodyWaitsOrIsPaused() throws Exception {
        subscribeBoth();
        for (int i = 0; i < 5000; i++) {
            assertThat(bus.publishWhenRoom(List.of(Events.moving("K" + i % 10, i)), () -> false))
                    .isTrue();
        }
        assertThat(bus.longestBacklog()).isLessThanOrEqualTo(MOST);
        test.settle();

        for (Recorder<ConsoleEvent> each : List.of(host, plugin)) {
            assertThat(each.events()).hasSizeLessThan(100).endsWith(Events.moving("K9", 4999));
            assertThat(each.events(Problem.class)).isEmpty();
        }
    }

    @Test
    void aShortBacklogIsNotMerged() throws Exception {
        subscribeBoth();
        bus.publish(Events.many(16, i -> Events.moving("A", i)));
        test.settle();

        assertThat(host.events()).hasSize(16);
    }

    @Test
    void aBatchIsBounded() throws Exception {
        subscribeBoth();
        bus.publish(Events.many(50, i -> Events.settled("A", i)));
        test.settle();

        assertThat(host.events()).hasSize(50);
        assertThat(host.batches()).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(16));
    }

    @Test
    void theReplayDoesNotCountAgainstTheBound() throws Exception {
        bus.publish(Events.many(3 * MOST, i -> Events.failed("K" + i, i)));
        subscribe(test.plugin, plugin);
        bus.publish(List.of(Events.failed("new", 1)));
        test.settle();

        assertThat(plugin.events()).hasSize(3 * MOST + 1);
        assertThat(plugin.events(Problem.class)).isEmpty();
    }

    // ---- a plug-in's subscription is paused

    @Test
    void aPluginsSubscriptionOverItsBoundIsPausedNamedAndGetsTheCurrentPictureWhenItResumes() throws Exception {
        subscribe(test.plugin, plugin);
        subscribe(bus, host);
        for (int i = 0; i <= MOST; i++) {
            bus.publish(List.of(Events.failed("K" + i, i)));
            test.hostThread.runAll();
        }
        assertThat(host.events(Problem.class)).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo("plug-in tick");
            assertThat(problem.cause()).contains("paused");
        });
        assertThat(bus.longestBacklog()).isZero();

        bus.publish(List.of(Events.failed("K0", 100), Events.removed("K1")));
        test.settle();
        bus.publish(List.of(Events.failed("K2", 101)));
        test.settle();

        List<ConsoleEvent> expected = new ArrayList<>();
        expected.add(Events.removed("K1"));
        expected.addAll(Events.many(MOST - 1, i -> Events.failed("K" + (i + 2), i + 2)));
        expected.add(Events.failed("K0", 100));
        expected.add(Events.failed("K2", 101));
        assertThat(plugin.events()).isEqualTo(expected);
    }

    @Test
    void aPluginLearnsOfRowsRemovedBeforeAndWhileItWasPaused() throws Exception {
        subscribe(test.plugin, plugin);
        bus.publish(List.of(Events.moving("A", 1), Events.moving("B", 1), Events.moving("C", 1)));
        test.settle();
        bus.publish(List.of(Events.removed("A")));
        bus.publish(Events.many(MOST, i -> Events.failed("K" + i, i)));
        assertThat(bus.statistics()).singleElement().matches(SubscriptionStatistics::paused);
        bus.publish(List.of(Events.removed("B"), Events.removed("C"), Events.moving("C", 2)));
        test.settle();

        assertThat(plugin.events().subList(3, 6))
                .isEqualTo(List.of(Events.removed("A"), Events.removed("B"), Events.removed("C")));
        assertThat(plugin.events()).contains(Events.moving("C", 2)).hasSize(6 + MOST + 1);
    }

    @Test
    void removalsAPausedPluginCouldNotBeToldOfAreSaidOnScreen() throws Exception {
        subscribe(test.plugin, plugin);
        bus.publish(Events.many(MOST + 1, i -> Events.failed("K" + i, i)));
        bus.publish(Events.many(MOST + 1, i -> Events.removed("K" + i)));
        subscribe(bus, host);
        test.settle();

        assertThat(plugin.events(WorkRemoved.class)).isEqualTo(Events.many(MOST, i -> Events.removed("K" + (i + 1))));
        assertThat(host.events(Problem.class)).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo("plug-in tick");
            assertThat(problem.cause()).contains("more than 64 rows were removed");
            assertThat(problem.nextStep()).contains("open");
        });
    }

    @Test
    void aPausedSubscriptionDisturbsNobody() throws Exception {
        subscribe(test.plugin, plugin);
        subscribe(bus, host);
        for (int i = 0; i < 3 * MOST; i++) {
            assertThat(bus.publishWhenRoom(List.of(Events.failed("K" + i, i)), () -> false))
                    .isTrue();
            test.plugin.publish(List.of(Events.moving("other", i)));
            test.hostThread.runAll();
        }

        assertThat(host.events(OrderEvent.class)).hasSize(6 * MOST);
        assertThat(plugin.events()).isEmpty();
    }

    @Test
    void whatIsPublishedBetweenCatchingUpAndTheReplayIsDeliveredOnceAndInOrder() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        test.plugin.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {
            plugin.accept(batch);
            if (first.getAndSet(false)) {
                // Over its bound while it is busy, and more published right before it resumes.
                bus.publish(Events.many(MOST + 1, i -> Events.failed("K" + i, i)));
                bus.publish(List.of(Events.moving("A", 2), Events.moving("A", 3)));
            }
        });
        bus.publish(List.of(Events.moving("A", 1)));
        test.settle();

        assertThat(plugin.events(OrderEvent.class).stream()
                        .filter(event -> event.key().equals("A"))
                        .map(Events::number))
                .containsExactly(1, 3);
        assertThat(plugin.events()).hasSize(MOST + 3).doesNotHaveDuplicates();
    }

    @Test
    void closingAPausedSubscriptionEndsIt() throws Exception {
        var subscription = test.plugin.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, plugin);
        bus.publish(Events.many(MOST + 1, i -> Events.failed("K" + i, i)));
        subscription.close();
        test.settle();

        assertThat(plugin.events()).isEmpty();
    }

    // ---- notices

    @Test
    void noticesOverTheBoundDropOldestFirstAndAreCountedInsteadOfPausing() throws Exception {
        subscribe(test.plugin, plugin);
        subscribe(bus, host);
        bus.publish(List.of(Events.failed("A", 1)));
        for (int i = 0; i < 10 * MOST; i++) {
            bus.publish(List.of(Events.notice(i)));
            test.hostThread.runAll();
        }
        test.settle();

        List<Notice> kept = plugin.events(Notice.class);
        assertThat(kept).hasSizeBetween(MOST / 2, MOST);
        assertThat(kept).isEqualTo(Events.many(kept.size(), i -> Events.notice(10 * MOST - kept.size() + i)));
        assertThat(plugin.events(OrderEvent.class)).hasSize(1);
        assertThat(host.events(Notice.class)).hasSize(10 * MOST);
        assertThat(host.events(Problem.class))
                .hasSizeBetween(1, 12)
                .allSatisfy(problem -> assertThat(problem.cause()).contains("notices were dropped"));
    }

    private void fillHost() {
        subscribe(bus, host);
        fill();
    }

    private void fill() {
        bus.publish(Events.many(MOST, i -> Events.failed("K" + i, i)));
    }

    private void subscribeBoth() {
        subscribe(bus, host);
        subscribe(test.plugin, plugin);
    }

    private void subscribe(EventBus to, Recorder<ConsoleEvent> recorder) {
        to.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.CURRENT, recorder);
        test.awaitPicture();
    }

    private CompletableFuture<Boolean> publishWhenRoom(AtomicReference<Thread> waiter) {
        return CompletableFuture.supplyAsync(() -> {
            waiter.set(Thread.currentThread());
            try {
                return bus.publishWhenRoom(List.of(Events.failed("last", 1)), cancelled::get);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    private static Thread awaitWaiting(AtomicReference<Thread> waiter) {
        Awaitility.await().until(() -> {
            Thread thread = waiter.get();
            return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
        });
        return Objects.requireNonNull(waiter.get());
    }
}
