package dev.signalbox.host.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.SourceWithdrawn;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.settings.HostSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SourcesTest {
    private static final ClassLoader LOADER = SourcesTest.class.getClassLoader();

    private final MailboxEventBus bus =
            new MailboxEventBus(new Subscriber("the console", Runnable::run, LOADER, true), () -> 1000);
    private final List<ConsoleEvent> events = new CopyOnWriteArrayList<>();
    private final ScriptedSource source = new ScriptedSource();
    private boolean connectAtStart = true;
    private final Sources sources = new Sources(bus, new VirtualTimers(), new FixedSettings());

    private final class FixedSettings implements Settings {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Setting<T> setting) {
            return setting == HostSettings.CONNECT_AT_START
                    ? (T) Boolean.valueOf(connectAtStart)
                    : setting.fallback().orElseThrow();
        }

        @Override
        public <T> Subscription onChange(Setting<T> setting, Consumer<? super T> now) {
            return () -> {};
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        sources.closeAll(Duration.ZERO);
    }

    @Test
    void aSourceIsAnnouncedAndStartsWhenSourcesBegin() {
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, events::addAll);
        sources.add("test", source, LOADER);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(((ConnectionChanged) event).source()).isEqualTo("test/s");
            assertThat(((ConnectionChanged) event).state()).isEqualTo(ConnectionState.IDLE);
        });
        sources.begin();

        source.awaitSessions(1);
    }

    @Test
    void aSourceAddedLaterStartsAtOnce() {
        sources.begin();
        sources.add("test", source, LOADER);

        source.awaitSessions(1);
    }

    @Test
    void nothingStartsByItselfWhereTheOperatorWantsAButton() {
        connectAtStart = false;
        sources.begin();
        sources.add("test", source, LOADER);
        assertThat(control().state()).isEqualTo(ConnectionState.IDLE);
        control().connect();

        source.awaitSessions(1);
    }

    @Test
    void twoSourcesOfOneNameAreRefused() {
        sources.add("test", source, LOADER);

        assertThatThrownBy(() -> sources.add("test", new ScriptedSource(), LOADER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test/s");
        assertThat(sources.controls()).hasSize(1);
    }

    @Test
    void aSourceTakenOutIsWithdrawnAndItsNameIsFree() {
        bus.subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.NONE, events::addAll);
        Subscription added = sources.add("test", source, LOADER);
        added.close();
        added.close();

        assertThat(sources.control("test/s")).isEmpty();
        assertThat(events.stream().filter(SourceWithdrawn.class::isInstance)).hasSize(1);
        sources.add("test", new ScriptedSource(), LOADER);
        added.close();
        assertThat(sources.controls()).hasSize(1);
    }

    @Test
    void theSessionRunsOnANamedDaemonThreadUnderThePluginsLoader() {
        sources.begin();
        ClassLoader loader = new ClassLoader("plug-in", null) {};
        sources.add("test", source, loader);
        source.does(sink -> {
            Thread thread = Thread.currentThread();
            assertThat(thread.getName()).isEqualTo("source-test/s");
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getContextClassLoader()).isSameAs(loader);
        });
    }

    @Test
    void closingAllEndsEveryThread() throws Exception {
        sources.begin();
        sources.add("test", source, LOADER);
        source.does(UpdateSink::opened);

        assertThat(sources.closeAll(Duration.ofSeconds(20))).isEmpty();
        assertThat(sources.controls()).isEmpty();
        ScriptedSource late = new ScriptedSource();
        sources.add("late", late, LOADER);
        assertThat(sources.control("late/s").orElseThrow().state()).isEqualTo(ConnectionState.IDLE);
    }

    @Test
    void closingAllNamesTheSourceThatIsStuckWhenTheTimeIsUp() throws Exception {
        sources.begin();
        sources.add("test", source, LOADER);
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        source.begins(sink -> {
            stuck.countDown();
            Awaitility.await().until(() -> {
                Thread.interrupted();
                return leave.getCount() == 0;
            });
        });
        stuck.await();
        ScriptedSource other = new ScriptedSource();
        sources.add("other", other, LOADER);
        other.awaitSessions(1);

        assertThat(sources.closeAll(Duration.ofMillis(200))).containsExactly("test/s");
        leave.countDown();
    }

    private SourceControl control() {
        return sources.control("test/s").orElseThrow();
    }
}
