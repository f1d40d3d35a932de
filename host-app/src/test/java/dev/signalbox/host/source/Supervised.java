package dev.signalbox.host.source;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;

/** A supervisor over a scripted source, on a real bus whose background is the publisher's own thread. */
final class Supervised implements AutoCloseable {
    static final String NAME = "test/s";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Always the most a back-off may draw, so that the doubling is seen. */
    private static final RandomGenerator MOST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    final VirtualTimers timers = new VirtualTimers();
    final ScriptedSource source = new ScriptedSource();
    final List<ConsoleEvent> events = new CopyOnWriteArrayList<>();
    final MailboxEventBus bus = new MailboxEventBus(
            new Subscriber("the console", Runnable::run, Supervised.class.getClassLoader(), true), () -> 1000);
    final ExecutorService thread = Executors.newSingleThreadExecutor();
    final ClassLoader loader = new ClassLoader("plug-in", null) {};
    final SourceSupervisor supervisor = new SourceSupervisor(
            NAME,
            source,
            loader,
            bus,
            timers,
            MOST,
            () -> new SourceSettings(
                    Duration.ofSeconds(45),
                    Duration.ofMinutes(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(3),
                    100),
            thread);

    Supervised() {
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, events::addAll);
        supervisor.announce();
    }

    Supervised connected() {
        int before = source.sessions();
        supervisor.connect();
        source.awaitSessions(before + 1);
        return this;
    }

    Supervised opened() {
        connected();
        source.does(sink -> sink.opened());
        return this;
    }

    /** Leaves the session and waits until the supervisor has decided. */
    void leaves(ConnectionState expected, Callable<SessionEnd> how) {
        source.leaves(how);
        awaitState(expected);
    }

    void ends(ConnectionState expected) {
        leaves(expected, () -> SessionEnd.ended("the peer closed"));
    }

    void emits(OrderEvent... orders) {
        source.does(sink -> sink.emit(List.of(orders)));
    }

    void awaitState(ConnectionState expected) {
        Awaitility.await()
                .until(() -> supervisor.state() == expected && lastChange().state() == expected);
    }

    <T extends ConsoleEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<ConnectionState> states() {
        return events(ConnectionChanged.class).stream()
                .map(ConnectionChanged::state)
                .toList();
    }

    ConnectionChanged lastChange() {
        List<ConnectionChanged> all = events(ConnectionChanged.class);
        return all.get(all.size() - 1);
    }

    /** How long the supervisor waits before the next attempt. */
    Duration delay() {
        return Duration.between(timers.now(), lastChange().nextAttempt().orElseThrow());
    }

    /** Lets the wait for the next attempt pass. */
    void retried() {
        int before = source.sessions();
        timers.advance(delay());
        source.awaitSessions(before + 1);
    }

    static OrderEvent moving(String id) {
        return order(id, false, false);
    }

    static OrderEvent settled(String id) {
        return order(id, true, false);
    }

    static OrderEvent failed(String id) {
        return order(id, true, true);
    }

    private static OrderEvent order(String id, boolean settled, boolean failed) {
        return new OrderEvent(NAME, id, "S", "T", "because", settled, failed, NOON);
    }

    Optional<String> token() {
        String[] token = {""};
        source.does(sink -> token[0] = sink.resumeToken().orElse(""));
        return Optional.of(token[0]).filter(text -> !text.isEmpty());
    }

    boolean fresh() {
        boolean[] fresh = {false};
        source.does(sink -> fresh[0] = sink.fresh());
        return fresh[0];
    }

    @Override
    public void close() {
        supervisor.withdraw();
        thread.shutdownNow();
    }
}
