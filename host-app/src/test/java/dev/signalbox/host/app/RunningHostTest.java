package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Notice;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.WorkEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host without a window, wired as it is shipped, with plug-ins made for the purpose. */
class RunningHostTest {
    private static final String ONE_JOB = StartedWith.source(
            "one",
            "sink.emit(List.of(WorkUpdate.done(sink.source(), \"jobs\", \"JOB-1\", \"made\")));"
                    + " return SessionEnd.finished(\"that was all\");");

    @TempDir
    Path plugins;

    private final List<ConsoleEvent> heard = new CopyOnWriteArrayList<>();

    @Test
    void sourcesAreThereOnceOpenAndRunWhenBegun() throws Exception {
        StartedWith.plugin(plugins, "made", ONE_JOB);
        try (HeadlessUnderTest host = open()) {
            assertThat(host.sources().controls())
                    .extracting(SourceControl::source)
                    .containsExactly("made/one");
            assertThat(heard).isEmpty();
            host.sources().begin();

            await().untilAsserted(() -> assertThat(heard).extracting("message").containsExactly("made"));
        }
    }

    @Test
    void whatNeedsAWindowIsPassedOverAndItsPluginRuns() throws Exception {
        StartedWith.plugin(plugins, "made", """
                context.contribute(new PanelContribution() {
                    public String id() { return "panel"; }
                    public String title() { return "Panel"; }
                    public javax.swing.JComponent create(PanelContext panel) { throw new AssertionError("no window"); }
                });
                context.contribute(new StreamSetup() {
                    public String id() { return "setup"; }
                    public String title() { return "Setup"; }
                    public List<Setting<?>> asks() { return List.of(); }
                    public String test(Settings candidate) { return ""; }
                });
                """ + ONE_JOB);
        try (HeadlessUnderTest host = open()) {
            host.sources().begin();

            await().untilAsserted(() -> assertThat(heard).hasSize(1));
        }
    }

    @Test
    void aContributionOfNoKnownKindIsRefusedAsInTheConsole() throws Exception {
        StartedWith.plugin(plugins, "made", "context.contribute(() -> \"what\");");

        assertThatThrownBy(this::open).hasMessageContaining("did not start");
    }

    @Test
    void whatWouldComeOnTheWindowsThreadComesOnThePluginsOwn() throws Exception {
        StartedWith.plugin(plugins, "made", """
                context.events().subscribe(WorkEvent.class, Delivery.UI, Replay.CURRENT, batch ->
                    context.events().publish(List.of(new Notice("made/one", "thread",
                        Thread.currentThread().getName(), batch.get(0).key(), java.time.Instant.now()))));
                """ + ONE_JOB);
        try (HeadlessUnderTest host = open()) {
            host.bus().subscribe(Notice.class, Delivery.BACKGROUND, Replay.NONE, heard::addAll);
            host.sources().begin();

            await().untilAsserted(() -> assertThat(heard)
                    .filteredOn(Notice.class::isInstance)
                    .extracting("title", "message")
                    .containsExactly(Tuple.tuple("plugin-made", "JOB-1")));
        }
    }

    @Test
    void aSourceThatFailsForGoodDoesNotEndTheHost() throws Exception {
        StartedWith.plugin(
                plugins,
                "made",
                StartedWith.source("bad", "throw new FatalSourceException(\"refused.\", \"Give a token.\");")
                        + ONE_JOB);
        try (HeadlessUnderTest host = open()) {
            host.sources().begin();

            await().until(() -> host.sources().controls().stream()
                    .map(SourceControl::state)
                    .toList()
                    .equals(List.of(ConnectionState.FAILED, ConnectionState.CLOSED)));
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void itClosesSourcesBeforePluginsAndLeavesNoThread() throws Exception {
        StartedWith.plugin(plugins, "made", StartedWith.source("long", """
                sink.opened();
                try { new java.util.concurrent.CountDownLatch(1).await(); }
                finally { System.setProperty("tried.order", System.getProperty("tried.order", "") + "source,"); }
                return null;
                """) + """
                context.own(() -> System.setProperty("tried.order", System.getProperty("tried.order", "") + "plugin"));
                """);
        try {
            HeadlessUnderTest host = open();
            host.sources().begin();
            await().until(() -> host.sources().controls().get(0).state() == ConnectionState.OPEN);
            host.close();
            host.close();

            assertThat(System.getProperty("tried.order")).isEqualTo("source,plugin");
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("made") || name.equals("signalbox-background")));
        } finally {
            System.clearProperty("tried.order");
        }
    }

    private HeadlessUnderTest open() throws InterruptedException {
        HeadlessUnderTest host = HeadlessUnderTest.open(plugins, Map.of());
        host.bus().subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.CURRENT, heard::addAll);
        return host;
    }
}
