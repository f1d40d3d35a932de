package dev.signalbox.host.source;

import static dev.signalbox.api.ConnectionState.CLOSED;
import static dev.signalbox.api.ConnectionState.CONNECTING;
import static dev.signalbox.api.ConnectionState.FAILED;
import static dev.signalbox.api.ConnectionState.IDLE;
import static dev.signalbox.api.ConnectionState.OPEN;
import static dev.signalbox.api.ConnectionState.PAUSED;
import static dev.signalbox.api.ConnectionState.STALE;
import static dev.signalbox.api.ConnectionState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.host.bus.SourceWithdrawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
final class SourceSupervisorTest {
    private final Supervised life = new Supervised();
    private final SourceSupervisor supervisor = life.supervisor;
    private final ScriptedSource source = life.source;

    @AfterEach
    void close() {
        life.close();
    }

    // ---- sessions and what lies between them

    @Test
    void goesFromIdleOverConnectingToOpen() {
        life.opened();

        assertThat(life.states()).containsExactly(IDLE, CONNECTING, OPEN);
    }

    @Test
    void emittingMeansOpenToo() {
        life.connected().emits(Supervised.moving("A"));

        assertThat(life.states()).containsExactly(IDLE, CONNECTING, OPEN);
        assertThat(life.events(OrderEvent.class)).hasSize(1);
    }

    @Test
    void afterAnEndItWaitsAndConnectsAgain() {
        life.opened().ends(WAITING);

        ConnectionChanged waiting = life.lastChange();
        assertThat(waiting.reason()).isEqualTo("the peer closed");
        assertThat(waiting.attempt()).isEqualTo(2);
        life.timers.advance(life.delay().minusMillis(1));
        assertThat(supervisor.state()).isEqualTo(WAITING);
        life.timers.advance(Duration.ofMillis(1));
        assertThat(supervisor.state()).isEqualTo(CONNECTING);
        source.awaitSessions(2);
    }

    static List<Throwable> losses() {
        return List.of(
                new IOException("reset"),
                new UncheckedIOException(new IOException("reset")),
                new ExecutionException(new CompletionException(new IOException("reset"))));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void anExceptionIsALossTheWrappingOneIsTakenOff(Exception loss) {
        life.opened().leaves(WAITING, () -> {
            throw loss;
        });

        assertThat(life.lastChange().reason()).isEqualTo("reset");
    }

    @Test
    void evenAThrowableThatCannotSpeakIsALoss() {
        life.opened().leaves(WAITING, () -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new IllegalStateException("even this fails");
                }
            };
        });
    }

    @Test
    void anErrorIsALossToo() {
        life.opened().leaves(WAITING, () -> {
            throw new NoClassDefFoundError("gone");
        });

        assertThat(life.lastChange().reason()).contains("NoClassDefFoundError", "gone");
    }

    @Test
    void aRefusalStopsItAndSaysTheNextStep() {
        life.connected().leaves(FAILED, SourceSupervisorTest::refused);

        assertThat(life.events(Problem.class)).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).isEqualTo("401");
            assertThat(problem.nextStep()).isEqualTo("Enter a token.");
        });
        life.timers.advance(Duration.ofHours(1));
        assertThat(supervisor.state()).isEqualTo(FAILED);
        life.connected();
        assertThat(supervisor.state()).isEqualTo(CONNECTING);
    }

    @Test
    void aWrappedRefusalIsARefusal() {
        life.connected().leaves(FAILED, () -> {
            throw new ExecutionException(new FatalSourceException("401", "Enter a token."));
        });
    }

    @Test
    void aRefusalWhileABoundedWatchIsIncompleteIsTriedAgainSlowly() {
        life.opened();
        source.does(sink -> sink.watch("orders", Set.of("A")));
        life.leaves(WAITING, SourceSupervisorTest::refused);

        assertThat(life.delay()).isEqualTo(Duration.ofMinutes(3).plusSeconds(30));
        assertThat(life.events(Problem.class)).hasSize(1);
        life.retried();
    }

    @Test
    void finishedIsNotAskedAgain() {
        life.opened().leaves(CLOSED, () -> SessionEnd.finished("all told"));
        life.timers.advance(Duration.ofHours(1));

        assertThat(supervisor.state()).isEqualTo(CLOSED);
        assertThat(life.lastChange().reason()).isEqualTo("all told");
    }

    // ---- back-off

    @Test
    void theDelayDoublesUpToItsLimit() {
        life.connected();
        for (int seconds : List.of(4, 8, 16, 32, 60, 60)) {
            life.ends(WAITING);
            assertThat(life.delay()).isEqualTo(Duration.ofSeconds(seconds));
            life.retried();
        }
    }

    @Test
    void openingAndClosingAtOnceDoesNotHammer() {
        life.opened().ends(WAITING);
        life.retried();
        source.does(UpdateSink::opened);
        life.timers.advance(Duration.ofSeconds(9));
        life.ends(WAITING);

        assertThat(life.delay()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aHealthyStreamBeginsANewRowOfAttempts() {
        life.opened().ends(WAITING);
        life.retried();
        source.does(UpdateSink::opened);
        life.timers.advance(Attempts.HEALTHY_AFTER);
        life.ends(WAITING);

        assertThat(life.delay()).isEqualTo(Duration.ofSeconds(4));
        assertThat(life.lastChange().attempt()).isEqualTo(1);
    }

    @Test
    void theTimeALibrarySpendsReconnectingIsNotHealthy() {
        life.opened().ends(WAITING);
        life.retried();
        source.does(UpdateSink::opened);
        source.does(sink -> sink.lost("reset"));
        life.timers.advance(Duration.ofMinutes(5));
        life.ends(WAITING);

        assertThat(life.delay()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void theServersLastingWishIsNeverUndercutAndSpreadByAQuarter() {
        life.opened();
        source.does(sink -> sink.reconnectDelay(Duration.ofSeconds(100)));
        for (int i = 0; i < 3; i++) {
            life.ends(WAITING);
            assertThat(life.delay()).isEqualTo(Duration.ofSeconds(125));
            life.retried();
        }
    }

    @Test
    void aWishForNoDelayDoesNotHammer() {
        life.opened();
        source.does(sink -> sink.reconnectDelay(Duration.ZERO));
        for (int millis : List.of(200, 400, 800, 1600)) {
            life.ends(WAITING);
            assertThat(life.delay()).isEqualTo(Duration.ofMillis(millis));
            life.retried();
        }
    }

    @Test
    void theServersWishForTheNextAttemptHoldsForThatOneOnly() {
        life.opened();
        source.does(sink -> sink.retryAfter(Duration.ofMinutes(10)));
        life.ends(WAITING);
        assertThat(life.delay()).isEqualTo(Duration.ofMinutes(10).plusSeconds(30));
        life.retried();
        life.ends(WAITING);

        assertThat(life.delay()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aNegativeWishIsOneForNoDelay() {
        life.opened();
        source.does(sink -> sink.reconnectDelay(Duration.ofSeconds(-5)));
        source.does(sink -> sink.retryAfter(Duration.ofSeconds(-5)));
        life.ends(WAITING);

        assertThat(life.delay()).isEqualTo(Duration.ofMillis(200));
    }

    // ---- what the operator does

    @Test
    void pauseEndsTheSessionSilentlyAndKeepsRowsAndToken() {
        life.opened().emits(Supervised.moving("A"));
        source.does(sink -> sink.checkpoint("7"));
        supervisor.pause();
        assertThat(supervisor.state()).isEqualTo(PAUSED);
        life.connected();

        assertThat(life.token()).contains("7");
        assertThat(life.fresh()).isFalse();
        assertThat(life.events(WorkRemoved.class)).isEmpty();
        assertThat(life.states()).containsExactly(IDLE, CONNECTING, OPEN, PAUSED, CONNECTING);
    }

    @Test
    void pauseEndsTheWaitForTheNextAttempt() {
        life.opened().ends(WAITING);
        supervisor.pause();
        life.timers.advance(Duration.ofHours(1));

        assertThat(supervisor.state()).isEqualTo(PAUSED);
    }

    @Test
    void anyExitAfterCancellationIsSilent() {
        life.opened();
        CountDownLatch leave = new CountDownLatch(1);
        source.leaves(() -> {
            awaitUninterruptibly(leave);
            throw new FatalSourceException("401", "Enter a token.");
        });
        supervisor.pause();
        leave.countDown();
        life.connected();

        assertThat(life.states()).containsExactly(IDLE, CONNECTING, OPEN, PAUSED, CONNECTING);
        assertThat(life.events(Problem.class)).isEmpty();
    }

    @Test
    void reconnectNowConnectsInEveryState() {
        supervisor.reconnectNow(); // IDLE
        source.awaitSessions(1);
        supervisor.reconnectNow(); // CONNECTING
        source.awaitSessions(2);
        source.does(UpdateSink::opened);
        supervisor.reconnectNow(); // OPEN
        source.awaitSessions(3);
        life.ends(WAITING);
        supervisor.reconnectNow(); // WAITING
        source.awaitSessions(4);
        supervisor.pause();
        supervisor.reconnectNow(); // PAUSED
        source.awaitSessions(5);
        life.leaves(FAILED, SourceSupervisorTest::refused);
        supervisor.reconnectNow(); // FAILED
        source.awaitSessions(6);
        supervisor.close();
        supervisor.reconnectNow(); // CLOSED
        source.awaitSessions(7);
        source.does(UpdateSink::opened);
        life.timers.advance(Duration.ofSeconds(45));
        assertThat(supervisor.state()).isEqualTo(STALE);
        supervisor.reconnectNow(); // STALE
        source.awaitSessions(8);

        assertThat(supervisor.state()).isEqualTo(CONNECTING);
        assertThat(source.mostAtOnce).hasValue(1);
    }

    @Test
    void connectAfterCloseBeginsANewWatch() {
        life.opened().emits(Supervised.moving("A"), Supervised.settled("B"));
        source.does(sink -> sink.checkpoint("7"));
        supervisor.close();
        assertThat(supervisor.state()).isEqualTo(CLOSED);
        assertThat(life.events(WorkRemoved.class)).isEmpty();
        life.connected();

        assertThat(life.events(WorkRemoved.class).stream().map(WorkRemoved::key))
                .containsExactlyInAnyOrder("A", "B");
        assertThat(life.token()).isEmpty();
        assertThat(life.fresh()).isTrue();
    }

    @Test
    void aSessionThatDoesNotReturnIsNeverOverlapped() {
        life.opened();
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        source.begins(sink -> {
            stuck.countDown();
            awaitUninterruptibly(leave);
        });
        awaitUninterruptibly(stuck);
        supervisor.reconnectNow();
        supervisor.reconnectNow();
        assertThat(source.sessions()).isEqualTo(1);
        leave.countDown();
        source.awaitSessions(2);

        assertThat(source.mostAtOnce).hasValue(1);
    }

    @Test
    void aLastSessionThatDoesNotEndIsNamedAsTheReasonUntilItDoes() {
        life.opened();
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        source.begins(sink -> {
            stuck.countDown();
            awaitUninterruptibly(leave);
        });
        awaitUninterruptibly(stuck);
        supervisor.reconnectNow();
        life.timers.advance(Duration.ofMillis(2999));
        assertThat(life.lastChange().reason()).isEmpty();
        life.timers.advance(Duration.ofMillis(1));
        assertThat(life.lastChange().state()).isEqualTo(CONNECTING);
        assertThat(life.lastChange().reason()).startsWith("Still waiting for the last session to end");
        leave.countDown();
        source.awaitSessions(2);
        Awaitility.await().until(() -> life.lastChange().reason().isEmpty());

        assertThat(supervisor.state()).isEqualTo(CONNECTING);
    }

    @Test
    void aSessionThatTakesLongToConnectIsNotSaidToBeStuck() {
        life.connected();
        life.timers.advance(Duration.ofMinutes(1));

        assertThat(life.states()).containsExactly(IDLE, CONNECTING);
    }

    @Test
    void withdrawTakesRowsAndSourceOutAndEndsTheThread() throws Exception {
        life.opened().emits(Supervised.moving("A"));
        supervisor.withdraw();
        supervisor.withdraw();
        supervisor.connect();
        supervisor.reconnectNow();
        life.timers.advance(Duration.ofHours(1));

        assertThat(supervisor.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(life.events(SourceWithdrawn.class)).hasSize(1);
        assertThat(life.events.get(life.events.size() - 2)).isInstanceOf(WorkRemoved.class);
        assertThat(life.events.get(life.events.size() - 1)).isInstanceOf(SourceWithdrawn.class);
    }

    // ---- cancelling

    @Test
    void resourcesAreClosedNewestFirstAndThenTheThreadIsInterrupted() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        AtomicReference<ClassLoader> closedUnder = new AtomicReference<>();
        CountDownLatch interrupted = new CountDownLatch(1);
        life.opened();
        source.does(sink -> {
            sink.closeOnCancel(() -> {
                closedUnder.set(Thread.currentThread().getContextClassLoader());
                order.add("first");
            });
            AutoCloseable released = sink.closeOnCancel(() -> order.add("released"));
            sink.closeOnCancel(() -> {
                order.add("second");
                throw new AssertionError("closing fails");
            });
            sink.release(released);
        });
        source.begins(sink -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException asExpected) {
                order.add("interrupted");
                interrupted.countDown();
            }
        });
        supervisor.pause();

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("second", "first", "interrupted");
        assertThat(closedUnder.get()).isSameAs(life.loader);
    }

    @Test
    void aResourceRegisteredAfterCancellationIsClosedAtOnce() {
        AtomicReference<UpdateSink> kept = new AtomicReference<>();
        life.opened();
        source.does(kept::set);
        supervisor.pause();
        List<String> closed = new CopyOnWriteArrayList<>();
        UpdateSink sink = Objects.requireNonNull(kept.get());
        sink.closeOnCancel(() -> closed.add("late"));

        assertThat(closed).containsExactly("late");
        assertThat(sink.cancelled()).isTrue();
    }

    @Test
    void emittingAfterCancellationThrowsAndEverythingElseIsIgnored() {
        AtomicReference<UpdateSink> kept = new AtomicReference<>();
        life.opened();
        source.does(kept::set);
        supervisor.pause();
        int before = life.events.size();
        UpdateSink sink = Objects.requireNonNull(kept.get());

        assertThatThrownBy(() -> sink.emit(List.of(Supervised.moving("A")))).isInstanceOf(CancellationException.class);
        sink.opened();
        sink.lost("reset");
        sink.watch("orders", Set.of("A"));
        sink.checkpoint("9");
        sink.problem("reading", "broken", "none");
        sink.heartbeat();
        sink.staleAfter(Duration.ofSeconds(1));
        assertThat(life.events).hasSize(before);
        life.connected();
        assertThat(life.token()).isEmpty();
        assertThat(life.fresh()).isTrue();
    }

    @Test
    void anEventOfAnotherSourceIsRejected() {
        life.opened();
        source.does(sink -> assertThatThrownBy(() ->
                        sink.emit(List.of(new OrderEvent("other/s", "A", "", "", "", false, false, Supervised.NOON))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other/s"));

        assertThat(life.events(OrderEvent.class)).isEmpty();
    }

    // ---- silence

    @Test
    void aSilentStreamIsStaleUntilASignOfLife() {
        life.opened();
        life.timers.advance(Duration.ofSeconds(30));
        source.does(UpdateSink::heartbeat);
        life.timers.advance(Duration.ofSeconds(44));
        assertThat(supervisor.state()).isEqualTo(OPEN);
        life.timers.advance(Duration.ofSeconds(1));
        assertThat(supervisor.state()).isEqualTo(STALE);
        life.emits(Supervised.moving("A"));
        assertThat(supervisor.state()).isEqualTo(OPEN);
        life.timers.advance(Duration.ofSeconds(45));

        assertThat(supervisor.state()).isEqualTo(STALE);
    }

    @Test
    void aStaleStreamThatNeverSentHeartbeatsIsNotReconnected() {
        life.opened();
        life.timers.advance(Duration.ofHours(1));

        assertThat(supervisor.state()).isEqualTo(STALE);
    }

    @Test
    void oneCommentIsAGreetingAndNoProofOfHeartbeats() {
        life.opened();
        source.does(UpdateSink::heartbeat);
        life.timers.advance(Duration.ofHours(1));

        assertThat(supervisor.state()).isEqualTo(STALE);
    }

    @Test
    void aStaleStreamKnownToSendHeartbeatsIsReconnectedAlsoInLaterSessions() {
        life.opened();
        source.does(UpdateSink::heartbeat);
        source.does(UpdateSink::heartbeat);
        life.timers.advance(Duration.ofSeconds(119));
        assertThat(supervisor.state()).isEqualTo(STALE);
        life.timers.advance(Duration.ofSeconds(1));
        assertThat(supervisor.state()).isEqualTo(WAITING);
        life.retried();
        source.does(UpdateSink::opened);
        life.timers.advance(Duration.ofMinutes(2));

        assertThat(supervisor.state()).isEqualTo(WAITING);
        assertThat(source.mostAtOnce).hasValue(1);
    }

    @Test
    void aSourceSaysItselfWhenItIsStaleAndZeroIsNever() {
        life.opened();
        source.does(sink -> sink.staleAfter(Duration.ofSeconds(5)));
        life.timers.advance(Duration.ofSeconds(5));
        assertThat(supervisor.state()).isEqualTo(STALE);
        source.does(UpdateSink::heartbeat);
        source.does(sink -> sink.staleAfter(Duration.ZERO));
        life.timers.advance(Duration.ofHours(1));

        assertThat(supervisor.state()).isEqualTo(OPEN);
    }

    @Test
    void aLibraryThatReconnectsByItselfSaysSo() {
        life.opened();
        source.does(sink -> sink.lost("reset"));
        assertThat(life.lastChange().reason()).isEqualTo("reset");
        source.does(UpdateSink::opened);

        assertThat(life.states()).containsExactly(IDLE, CONNECTING, OPEN, CONNECTING, OPEN);
        assertThat(source.sessions()).isEqualTo(1);
    }

    // ---- tokens and activity

    @Test
    void aTokenIsOfferedUnderItsOwnScopeOnly() {
        life.opened();
        source.does(sink -> sink.checkpoint("7"));
        source.scope = "two";
        supervisor.reconnectNow();
        source.awaitSessions(2);
        assertThat(life.token()).isEmpty();
        source.does(sink -> sink.checkpoint("8"));
        source.scope = "one";
        supervisor.reconnectNow();
        source.awaitSessions(3);
        assertThat(life.token()).contains("7");
        source.does(sink -> sink.checkpoint(""));

        assertThat(life.token()).isEmpty();
    }

    @Test
    void activityIsToldOnceASecondWhileItChanges() {
        life.opened();
        life.timers.advance(Duration.ofSeconds(1));
        life.events.clear();
        life.emits(Supervised.moving("A"), Supervised.moving("B"));
        life.timers.advance(Duration.ofSeconds(10));

        assertThat(life.events(SourceActivity.class)).hasSize(2);
        assertThat(life.events(SourceActivity.class).get(0).perSecond()).isEqualTo(2);
        assertThat(life.events(SourceActivity.class).get(1).perSecond()).isZero();
        life.emits(Supervised.moving("A"));
        supervisor.close();
        life.timers.advance(Duration.ofSeconds(10));
        assertThat(life.events(SourceActivity.class)).hasSize(4).last().satisfies(activity -> {
            assertThat(activity.received()).isEqualTo(3);
            assertThat(activity.perSecond()).isZero();
        });
    }

    private static SessionEnd refused() throws FatalSourceException {
        throw new FatalSourceException("401", "Enter a token.");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        Awaitility.await().until(() -> waited(latch));
    }

    private static boolean waited(CountDownLatch latch) {
        Thread.interrupted();
        return latch.getCount() == 0;
    }
}
