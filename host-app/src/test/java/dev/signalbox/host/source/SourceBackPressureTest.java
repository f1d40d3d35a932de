package dev.signalbox.host.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A console that takes nothing makes a source wait, and cancelling frees it. */
@Timeout(60)
final class SourceBackPressureTest {
    private final MailboxEventBus bus = new MailboxEventBus(
            new Subscriber("the console", task -> {}, getClass().getClassLoader(), true), () -> 1000);
    private final ScriptedSource source = new ScriptedSource();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final SourceSupervisor supervisor = new SourceSupervisor(
            Supervised.NAME,
            source,
            getClass().getClassLoader(),
            bus,
            new VirtualTimers(),
            RandomGenerator.getDefault(),
            () -> new SourceSettings(
                    Duration.ofSeconds(45),
                    Duration.ofMinutes(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(3),
                    100),
            thread);

    @AfterEach
    void close() {
        supervisor.withdraw();
        thread.shutdownNow();
    }

    @Test
    void aFloodOfEventsWaits() throws Exception {
        assertFloodWaits(sink -> sink.emit(List.of(Supervised.failed("A"))));
    }

    @Test
    void aFloodOfProblemsWaitsToo() throws Exception {
        assertFloodWaits(sink -> sink.problem("reading", "an event", "It was skipped."));
    }

    private void assertFloodWaits(Consumer<UpdateSink> drop) throws Exception {
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, batch -> {});
        supervisor.connect();
        AtomicReference<Thread> session = new AtomicReference<>();
        source.begins(sink -> {
            session.set(Thread.currentThread());
            while (!sink.cancelled()) {
                drop.accept(sink);
            }
        });
        Awaitility.await().until(() -> session.get() != null && session.get().getState() == Thread.State.TIMED_WAITING);
        long begun = System.nanoTime();
        supervisor.pause();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(supervisor.state()).isEqualTo(ConnectionState.PAUSED);
        supervisor.withdraw();
        assertThat(thread.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
}
