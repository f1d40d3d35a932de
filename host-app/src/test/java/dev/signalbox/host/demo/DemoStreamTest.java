package dev.signalbox.host.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DemoStreamTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final DemoOptions OFTEN = DemoOptions.USUAL.withHeartbeat(Duration.ofMillis(20));
    private static final DemoStory NO_STORY = DemoStory.of(List.of(), List.of());

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void aStreamStartsWithRetryAndAHeartbeat() throws Exception {
        StreamRecorder stream = open(serve(NO_STORY, DemoOptions.USUAL), "");
        await().atMost(SOON).until(() -> stream.lines.size() >= 4);
        assertThat(stream.lines).containsExactly("retry: 1000", "", ": heartbeat", "");
        assertThat(stream.response.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(stream.response.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void anEventHasAnIdAndTheUpdatedOrders() throws Exception {
        DemoServer server = serve(NO_STORY, DemoOptions.USUAL);
        StreamRecorder stream = open(server, "");
        server.publish(List.of(new DemoOrder("A", "s", "t", "é \"\n"), new DemoOrder("B", "", "", "")));
        await().atMost(SOON).until(() -> stream.lines.size() >= 7);
        assertThat(stream.lines.get(4)).matches("id: [0-9a-z]+-1");
        assertThat(stream.lines.get(5))
                .isEqualTo(
                        "data: {\"orderUpdates\":{\"A\":{\"state\":\"s\",\"status\":\"t\",\"message\":\"é \\\"\\n\"},"
                                + "\"B\":{\"state\":\"\",\"status\":\"\",\"message\":\"\"}}}");
        assertThat(stream.lines.get(6)).isEmpty();
    }

    @Test
    void rawTextAndBytesAreSentAsTheyAre() throws Exception {
        DemoServer server = serve(NO_STORY, DemoOptions.USUAL);
        StreamRecorder stream = open(server, "");
        server.publishRaw("event: other\ndata: not json\n\n");
        server.publishRaw(": ünfinished\n".getBytes(StandardCharsets.UTF_8));
        await().atMost(SOON).until(() -> stream.lines.size() >= 8);
        assertThat(List.copyOf(stream.lines).subList(4, 8))
                .containsExactly("event: other", "data: not json", "", ": ünfinished");
    }

    @Test
    void heartbeatsGoOnWhileNothingHappens() throws Exception {
        StreamRecorder stream = open(serve(NO_STORY, OFTEN), "");
        await().atMost(SOON)
                .until(() -> stream.lines.stream().filter(": heartbeat"::equals).count() >= 5);
        assertThat(stream.data).isEmpty();
    }

    @Test
    void aClientThatLeftIsNoticed() throws Exception {
        DemoServer server = serve(NO_STORY, OFTEN);
        StreamRecorder stream = open(server, "");
        assertThat(server.awaitClients(1, SOON)).isTrue();
        stream.close();
        assertThat(server.awaitClients(0, SOON)).isTrue();
        assertThat(server.awaitClients(1, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aDroppedStreamBreaksInTheMiddleOfAnEvent() throws Exception {
        DemoServer server = serve(NO_STORY, DemoOptions.USUAL);
        StreamRecorder stream = open(server, "");
        StreamRecorder other = open(server, "");
        server.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "Picking");
        await().atMost(SOON).until(() -> stream.data.size() == 1 && other.data.size() == 1);
        server.dropConnections();
        await().atMost(SOON).until(() -> !stream.end.isEmpty() && !other.end.isEmpty());
        assertThat(stream.end).isEqualTo("broken");
        assertThat(other.end).isEqualTo("broken");
        assertThat(stream.lines.get(stream.lines.size() - 1)).startsWith("id: ");
        assertThat(server.awaitClients(0, SOON)).isTrue();
    }

    @Test
    void resumingAfterDropsLosesAndRepeatsNothing() throws Exception {
        DemoServer server = serve(DemoKind.STORY.story(7), DemoOptions.USUAL.withSpeed(100));
        List<String> ids = new ArrayList<>();
        List<String> data = new ArrayList<>();
        List<String> told = updatesOf(new SettlingStory(7));
        int streams = 0;
        while (data.size() < told.size()) {
            StreamRecorder stream = open(server, ids.isEmpty() ? "" : ids.get(ids.size() - 1));
            streams++;
            int missing = told.size() - data.size();
            int enough = Math.min(missing, 15);
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> stream.data.size() >= enough || !stream.end.isEmpty());
            if (missing > enough) {
                server.dropConnections();
                await().atMost(SOON).until(() -> !stream.end.isEmpty());
            }
            ids.addAll(stream.ids);
            data.addAll(stream.data);
        }
        assertThat(data).isEqualTo(told);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(streams).isGreaterThan(2);
    }

    @Test
    void theStoryBreaksTheStreamOnceAndStaysOpenOnceAllIsSettled() throws Exception {
        DemoServer server = serve(DemoKind.STORY.story(7), OFTEN.withSpeed(100));
        StreamRecorder first = open(server, "");
        await().atMost(SOON).until(() -> !first.end.isEmpty());
        assertThat(first.end).isEqualTo("broken");
        StreamRecorder second = open(server, first.lastId());
        int told = updatesOf(new SettlingStory(7)).size();
        await().atMost(SOON).until(() -> first.data.size() + second.data.size() == told);
        int lines = second.lines.size();
        await().atMost(SOON).until(() -> second.lines.size() >= lines + 6);
        assertThat(second.end).isEmpty();
        assertThat(List.copyOf(second.lines).subList(lines + 1, lines + 6)).contains(": heartbeat");
        assertThat(first.data.size() + second.data.size()).isEqualTo(told);
    }

    @Test
    void anUnknownIdStartsWithEverythingKept() throws Exception {
        DemoServer server = serve(NO_STORY, DemoOptions.USUAL);
        server.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "Picking");
        server.publish("ORD-1", "PROCESSING", "IN_PROGRESS", "Packing");
        StreamRecorder stream = open(server, "of-another-server-17");
        await().atMost(SOON).until(() -> stream.data.size() == 2);
    }

    @Test
    void aRestartEndsTheStreamsProperlyAndTellsAllAgainUnderNewIds() throws Exception {
        DemoStep step =
                new DemoStep.Moved(Duration.ZERO, List.of(new DemoOrder("ORD-1", "SHIPPED", "COMPLETED", "Gone")));
        List<DemoOrder> before = List.of(new DemoOrder("ORD-1", "PROCESSING", "IN_PROGRESS", "Picking"));
        DemoServer server = serve(DemoStory.of(before, List.of(step)), DemoOptions.USUAL);
        StreamRecorder first = open(server, "");
        await().atMost(SOON).until(() -> first.data.size() == 1);
        server.restart();
        await().atMost(SOON).until(() -> !first.end.isEmpty());
        assertThat(first.end).isEqualTo("ended");
        StreamRecorder second = open(server, first.lastId());
        await().atMost(SOON).until(() -> second.data.size() == 1);
        assertThat(second.data).isEqualTo(first.data);
        assertThat(second.ids).doesNotContainAnyElementsOf(first.ids);
    }

    @Test
    void theClockStartsWithTheFirstStreamAlsoAfterARestart() throws Exception {
        DemoStep step =
                new DemoStep.Moved(Duration.ZERO, List.of(new DemoOrder("ORD-1", "SHIPPED", "COMPLETED", "Gone")));
        DemoServer server = serve(DemoStory.of(List.of(), List.of(step)), DemoOptions.USUAL);
        for (int round = 0; round < 3; round++) {
            StreamRecorder stream = open(server, "");
            await().atMost(SOON).until(() -> stream.data.size() == 1);
            server.restart();
        }
    }

    @Test
    void aStormArrivesAtAboutItsRate() throws Exception {
        DemoServer server = serve(DemoKind.STORM.story(7), DemoOptions.USUAL);
        long before = System.nanoTime();
        StreamRecorder stream = open(server, "");
        await().atMost(SOON).until(() -> stream.data.size() >= 750);
        Duration taken = Duration.ofNanos(System.nanoTime() - before);
        // 750 events of two orders are due after 1.5 seconds: never sooner, and a busy machine may take longer.
        assertThat(taken).isGreaterThan(Duration.ofMillis(1_490));
    }

    private DemoServer serve(DemoStory story, DemoOptions options) throws Exception {
        DemoServer server = new DemoServer(story, options);
        opened.add(server);
        server.start();
        return server;
    }

    private StreamRecorder open(DemoServer server, String lastEventId) throws Exception {
        StreamRecorder stream = StreamRecorder.open(server.streamUrl(), lastEventId);
        opened.add(0, stream);
        return stream;
    }

    private static List<String> updatesOf(SettlingStory story) {
        List<String> updates = new ArrayList<>();
        for (DemoStep step : story.list()) {
            if (step instanceof DemoStep.Moved moved) {
                updates.add(OrderJson.updates(moved.orders()));
            }
        }
        return updates;
    }
}
