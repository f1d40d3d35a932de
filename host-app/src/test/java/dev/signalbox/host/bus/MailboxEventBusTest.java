package dev.signalbox.host.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WorkEvent;
import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MailboxEventBusTest {
    private final TestBus test = new TestBus();
    private final MailboxEventBus bus = test.bus;
    private final Recorder<ConsoleEvent> everything = new Recorder<>();

    // ---- dispatch and order

    @Test
    void aSubscriberGetsTheTypeItNamedAndItsSubtypes() throws Exception {
        Recorder<ConsoleEvent> work = new Recorder<>();
        Recorder<ConsoleEvent> fromSources = new Recorder<>();
        on(Delivery.BACKGROUND, WorkEvent.class, work);
        on(Delivery.BACKGROUND, SourceEvent.class, fromSources);
        on(Delivery.BACKGROUND, ConsoleEvent.class, everything);
        List<ConsoleEvent> all =
                List.of(Events.moving("A", 1), Events.notice(1), Events.connection("a/x", ConnectionState.OPEN));
        bus.publish(all);
        test.settle();

        assertThat(work.events()).isEqualTo(all.subList(0, 1));
        assertThat(fromSources.events()).isEqualTo(all.subList(0, 2));
        assertThat(everything.events()).isEqualTo(all);
    }

    @Test
    void aKindThatIsNotWantedDoesNotComeNeitherLiveNorInThePicture() throws Exception {
        Recorder<ConsoleEvent> early = new Recorder<>();
        Recorder<ConsoleEvent> late = new Recorder<>();
        bus.except(WorkEvent.class).subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.CURRENT, early);

        ConsoleEvent removed = Events.removed("B");
        ConsoleEvent connection = Events.connection("a/x", ConnectionState.OPEN);
        bus.publish(List.of(Events.moving("A", 1), removed, connection));
        bus.except(SourceEvent.class).subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.CURRENT, late);
        test.settle();

        assertThat(early.events()).containsExactly(removed, connection);
        assertThat(late.events()).containsExactly(connection);
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void batchesComeInPublishOrder(Delivery delivery) throws Exception {
        on(delivery, ConsoleEvent.class, everything);
        for (int i = 0; i < 100; i++) {
            bus.publish(List.of(Events.moving("A", 2 * i), Events.moving("B", 2 * i + 1)));
        }
        test.settle();

        assertThat(everything.events(OrderEvent.class).stream().map(Events::number))
                .isEqualTo(Stream.iterate(0, i -> i + 1).limit(200).toList());
    }

    @Test
    void batchesAreNeverEmpty() throws Exception {
        on(Delivery.UI, WorkEvent.class, everything);
        on(Delivery.BACKGROUND, WorkEvent.class, everything);
        bus.publish(List.of());
        bus.publish(List.of(Events.notice(1)));
        test.settle();

        assertThat(everything.batches()).isEmpty();
    }

    @Test
    void uiBatchesComeOnTheEdt() throws Exception {
        List<Boolean> onEdt = Collections.synchronizedList(new ArrayList<>());
        on(Delivery.UI, WorkEvent.class, batch -> onEdt.add(EventQueue.isDispatchThread()));
        bus.publish(List.of(Events.moving("A", 1)));
        test.settle();

        assertThat(onEdt).containsExactly(true);
    }

    @Test
    void backgroundBatchesComeOnTheSubscribersThread() {
        List<Thread> threads = new ArrayList<>();
        test.plugin.subscribe(
                WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> threads.add(Thread.currentThread()));
        bus.publish(List.of(Events.moving("A", 1)));
        assertThat(threads).isEmpty();
        test.hostThread.runAll();
        assertThat(threads).isEmpty();
        test.pluginThread.runAll();

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void backgroundBatchesComeOneAtATimeEvenWhereTheExecutorHasManyThreads() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            AtomicInteger got = new AtomicInteger();
            test.pluginOn(many).subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                got.addAndGet(batch.size());
                inside.decrementAndGet();
            });
            for (int i = 0; i < 3000; i++) {
                bus.publish(List.of(Events.settled("A", i)));
            }
            assertThat(bus.quiesce(TestBus.SOON)).isTrue();

            assertThat(got).hasValue(3000);
            assertThat(most).hasValue(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void subscriptionsThatShareAThreadTakeTurns() {
        TestBus small = new TestBus(1000, new Bounds(100, 100, 1));
        List<String> turns = new ArrayList<>();
        small.plugin.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> turns.add("one"));
        small.plugin.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> turns.add("two"));
        small.bus.publish(List.of(Events.moving("A", 1), Events.moving("A", 2)));
        small.pluginThread.runAll();

        assertThat(turns).containsExactly("one", "two", "one", "two");
    }

    @Test
    void everyCallIntoASubscriberSetsItsContextClassLoader() throws Exception {
        List<ClassLoader> seen = Collections.synchronizedList(new ArrayList<>());
        Consumer<Object> look = batch -> seen.add(Thread.currentThread().getContextClassLoader());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        on(Delivery.BACKGROUND, WorkEvent.class, look);
        bus.publish(List.of(Events.moving("A", 1)));
        test.settle();
        test.plugin.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.CURRENT, look);
        test.settle();
        test.plugin.subscribe(WorkEvent.class, Delivery.UI, Replay.CURRENT, look);
        test.settle();

        assertThat(seen).containsExactly(test.hostLoader, test.pluginLoader, test.pluginLoader);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    // ---- subscribers that throw

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException("no"),
                new NoClassDefFoundError("gone"),
                new AssertionError("not so"),
                new RuntimeException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("even this fails");
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aSubscriberThatThrowsStopsNobodyAndIsReported(Throwable failure) throws Exception {
        Recorder<ConsoleEvent> itself = new Recorder<>();
        for (Delivery delivery : Delivery.values()) {
            test.plugin.subscribe(WorkEvent.class, delivery, Replay.NONE, batch -> {
                itself.accept(batch);
                sneak(failure);
            });
        }
        on(Delivery.UI, WorkEvent.class, everything);
        on(Delivery.BACKGROUND, WorkEvent.class, everything);
        Recorder<Problem> problems = new Recorder<>();
        on(Delivery.BACKGROUND, Problem.class, problems);
        bus.publish(List.of(Events.moving("A", 1)));
        test.settle();
        bus.publish(List.of(Events.moving("A", 2)));
        test.settle();

        assertThat(everything.events()).hasSize(4);
        assertThat(itself.events()).hasSize(4);
        assertThat(problems.events()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.source()).isEqualTo("plug-in tick");
            assertThat(problem.doing()).contains("WorkEvent");
            assertThat(problem.cause()).contains(failure.getClass().getName());
        });
    }

    @Test
    void aSubscriberToProblemsThatThrowsDoesNotFeedItself() throws Exception {
        for (int i = 0; i < 3; i++) {
            test.plugin.subscribe(Problem.class, Delivery.BACKGROUND, Replay.NONE, batch -> {
                throw new IllegalStateException("no");
            });
        }
        on(Delivery.BACKGROUND, Problem.class, everything);
        bus.publish(List.of(Events.problem("reading")));
        test.settle();

        assertThat(everything.events()).hasSizeBetween(2, 30);
    }

    @Test
    void anErrorOfTheMachinePassesAndTheOthersGoOn() {
        test.plugin.subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {
            everything.accept(batch);
            throw new StackOverflowError("made by a test");
        });
        bus.publish(List.of(Events.moving("A", 1)));
        assertThatThrownBy(test.pluginThread::step).isInstanceOf(StackOverflowError.class);
        bus.publish(List.of(Events.moving("A", 2)));
        assertThatThrownBy(test.pluginThread::step).isInstanceOf(StackOverflowError.class);

        assertThat(everything.events()).isEqualTo(List.of(Events.moving("A", 1), Events.moving("A", 2)));
    }

    @Test
    void anErrorOfTheMachineOnTheEdtDoesNotKeepTheOthersWaiting() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        AtomicReference<Throwable> passed = new AtomicReference<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> passed.set(thrown));
        try {
            test.plugin.subscribe(WorkEvent.class, Delivery.UI, Replay.NONE, batch -> {
                throw new StackOverflowError("made by a test");
            });
            on(Delivery.UI, WorkEvent.class, everything);
            bus.publish(List.of(Events.moving("A", 1)));
            test.settle();

            assertThat(everything.events()).hasSize(1);
            assertThat(passed.get()).isInstanceOf(StackOverflowError.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    // ---- closing

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void aClosedSubscriptionGetsNothingMoreNotEvenWhatWaited(Delivery delivery) throws Exception {
        AtomicReference<Subscription> subscription = new AtomicReference<>(() -> {});
        EventQueue.invokeAndWait(() -> {
            subscription.set(on(delivery, WorkEvent.class, everything));
            bus.publish(List.of(Events.moving("A", 1)));
            Objects.requireNonNull(subscription.get()).close();
            Objects.requireNonNull(subscription.get()).close();
        });
        bus.publish(List.of(Events.moving("A", 2)));
        test.settle();

        assertThat(everything.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void aSubscriberMayCloseItselfInsideItsCallback(Delivery delivery) throws Exception {
        AtomicReference<Subscription> own = new AtomicReference<>(() -> {});
        own.set(on(delivery, WorkEvent.class, batch -> {
            everything.accept(batch);
            Objects.requireNonNull(own.get()).close();
            bus.publish(List.of(Events.moving("A", 2)));
        }));
        Recorder<ConsoleEvent> other = new Recorder<>();
        on(delivery, WorkEvent.class, other);
        bus.publish(List.of(Events.moving("A", 1)));
        test.settle();

        assertThat(everything.events()).isEqualTo(List.of(Events.moving("A", 1)));
        assertThat(other.events()).isEqualTo(List.of(Events.moving("A", 1), Events.moving("A", 2)));
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void theBusLetsGoOfAClosedSubscriber(Delivery delivery) throws Exception {
        Object[] held = {new Object()};
        WeakReference<Object> subscriber = new WeakReference<>(held[0]);
        Subscription subscription = subscribeHolding(delivery, held[0]);
        held[0] = "";
        bus.publish(List.of(Events.moving("A", 1)));
        test.settle();
        subscription.close();
        subscription = () -> {};
        subscription.close();
        test.settle();

        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(subscriber.get()).isNull();
        });
    }

    private Subscription subscribeHolding(Delivery delivery, Object subscriber) {
        return on(delivery, WorkEvent.class, batch -> assertThat(subscriber).isNotNull());
    }

    @Test
    void aSubscriberWhoseThreadHasStoppedIsClosed() throws Exception {
        ExecutorService stopped = Executors.newSingleThreadExecutor();
        test.pluginOn(stopped).subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.NONE, everything);
        stopped.shutdown();
        assertThat(stopped.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        bus.publish(List.of(Events.moving("A", 1)));

        assertThat(bus.quiesce(TestBus.SOON)).isTrue();
        assertThat(everything.events()).isEmpty();
    }

    // ---- publishing and waiting inside a callback

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void whatIsPublishedInsideACallbackComesAfterTheBatch(Delivery delivery) throws Exception {
        on(delivery, WorkEvent.class, batch -> {
            everything.accept(batch);
            if (Events.number(batch.get(0)) == 1) {
                bus.publish(List.of(Events.moving("A", 3)));
            }
        });
        bus.publish(List.of(Events.moving("A", 1), Events.moving("A", 2)));
        test.settle();

        assertThat(everything.events())
                .isEqualTo(List.of(Events.moving("A", 1), Events.moving("A", 2), Events.moving("A", 3)));
    }

    @Test
    void aCallbackThatOpensAModalWindowKeepsItsOwnBatchesWaitingAndNobodyElses() throws Exception {
        AtomicReference<SecondaryLoop> modal = new AtomicReference<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch opened = new CountDownLatch(1);
        on(Delivery.UI, WorkEvent.class, batch -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            everything.accept(batch);
            if (modal.get() == null) {
                SecondaryLoop loop =
                        Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
                modal.set(loop);
                EventQueue.invokeLater(opened::countDown);
                loop.enter();
            }
            inside.decrementAndGet();
        });
        Recorder<ConsoleEvent> other = new Recorder<>();
        on(Delivery.UI, WorkEvent.class, other);
        bus.publish(List.of(Events.moving("A", 1)));
        assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
        bus.publish(List.of(Events.moving("A", 2)));
        Awaitility.await().until(() -> other.events().size() == 2);
        assertThat(everything.events()).hasSize(1);
        Objects.requireNonNull(modal.get()).exit();
        test.settle();

        assertThat(everything.events()).isEqualTo(List.of(Events.moving("A", 1), Events.moving("A", 2)));
        assertThat(most).hasValue(1);
    }

    @Test
    void theEdtIsNotKeptByAFloodForLongerThanItsBudgetAtOnce() throws Exception {
        TestBus small = new TestBus(1_000_000, new Bounds(65_536, 65_536, 1));
        AtomicInteger got = new AtomicInteger();
        AtomicInteger gotWhenAnotherTaskRan = new AtomicInteger();
        small.bus.subscribe(WorkEvent.class, Delivery.UI, Replay.NONE, batch -> {
            if (got.addAndGet(batch.size()) == 1) {
                EventQueue.invokeLater(() -> gotWhenAnotherTaskRan.set(got.get()));
            }
            spin(TimeUnit.MILLISECONDS.toNanos(batch.size()));
        });
        small.bus.publish(Events.many(200, i -> Events.settled("A", i)));
        assertThat(small.bus.quiesce(TestBus.SOON)).isTrue();

        assertThat(got).hasValue(200);
        assertThat(gotWhenAnotherTaskRan.get()).isBetween(1, 100);
    }

    private static void spin(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private <E extends ConsoleEvent> Subscription on(
            Delivery delivery, Class<E> type, Consumer<? super List<E>> batch) {
        return bus.subscribe(type, delivery, Replay.NONE, batch);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
