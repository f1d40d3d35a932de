package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SourceControl;
import dev.signalbox.api.WorkEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host without a window, wired as it is shipped, with plug-ins made for the purpose. */
class HeadlessHostTest {
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

    private HeadlessUnderTest open() throws InterruptedException {
        HeadlessUnderTest host = HeadlessUnderTest.open(plugins, Map.of());
        host.bus().subscribe(WorkEvent.class, Delivery.BACKGROUND, Replay.CURRENT, heard::addAll);
        return host;
    }
}
