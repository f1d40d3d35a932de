package dev.signalbox.host.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.Notice;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.api.WorkUpdate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A tail on the real bus and supervision: what is printed, when it ends, and who waits for whom. */
@Timeout(60)
class TailTest {
    private static final TailOptions JSON = new TailOptions(Optional.empty(), OptionalLong.empty(), false, true);
    private static final TailOptions UNTIL_SETTLED =
            new TailOptions(Optional.empty(), OptionalLong.empty(), true, true);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatASourceSaysIsPrintedInItsOrder() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(JSON, out)
                .source("test", "one", sink -> {
                    sink.opened();
                    sink.emit(List.of(moving(sink, 1), notice(sink), moving(sink, 2)));
                    sink.problem("reading", "it broke", "Mend it.");
                    sink.emit(List.of(moving(sink, 1)));
                    return SessionEnd.finished("That was all.");
                })
                .follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.AS_ASKED);
            assertThat(kinds())
                    .containsExactly(
                            "connection", "connection", "work", "notice", "work", "problem", "work", "connection");
            assertThat(lines().get(7)).contains("\"state\":\"CLOSED\"").contains("That was all.");
        }
    }

    @Test
    void aSlowReaderHoldsTheSourceBackAndNothingIsLostOrMerged() throws Exception {
        int all = 300_000;
        int perEmit = 1000;
        CountDownLatch reads = new CountDownLatch(1);
        AtomicInteger emitted = new AtomicInteger();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                try {
                    reads.await();
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
                out.write(bytes, from, length);
            }
        };
        try (TailUnderTest tail = new TailUnderTest(JSON, slow)
                .source("test", "one", sink -> {
                    for (int i = 0; i < all; i += perEmit) {
                        sink.emit(IntStream.range(i, i + perEmit)
                                .mapToObj(n -> WorkUpdate.moving(sink.source(), "rows", "the one row", "n" + n))
                                .toList());
                        emitted.addAndGet(perEmit);
                    }
                    return SessionEnd.finished("That was all.");
                })
                .follow()) {
            await().until(() -> held("source-test/one"));
            assertThat(emitted).hasValueLessThan(100_000);
            reads.countDown();

            assertThat(tail.exitCode()).isEqualTo(ExitCode.AS_ASKED);
            List<String> printed =
                    lines().stream().filter(line -> line.contains("\"work\"")).toList();
            assertThat(printed).hasSize(all);
            for (int n = 0; n < all; n++) {
                assertThat(printed.get(n)).contains("\"message\":\"n" + n + "\"");
            }
        }
    }

    @Test
    void rowsThatTheBusLetsGoOfAreNoNews() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(JSON, out)
                .source("test", "one", sink -> {
                    for (int i = 0; i < 201; i++) {
                        int from = i * 1000;
                        sink.emit(IntStream.range(from, from + 1000)
                                .mapToObj(n -> moving(sink, n))
                                .toList());
                    }
                    return SessionEnd.finished("That was all.");
                })
                .follow()) {
            tail.exitCode();

            assertThat(lines()).filteredOn(line -> line.contains("\"work\"")).hasSize(201_000);
            assertThat(lines()).noneMatch(line -> line.contains("\"removed\"") || line.contains("\"problem\""));
        }
    }

    @Test
    void aReaderThatWentAwayEndsItQuietly() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(JSON, broken("Broken pipe"))
                .source("test", "one", TailTest::forEver)
                .follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.AS_ASKED);
            assertThat(tail.said).isEmpty();
        }
    }

    @Test
    void linesThatCannotBeWrittenEndItWithOne() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(JSON, broken("No space left on device"))
                .source("test", "one", TailTest::forEver)
                .follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.FATAL);
            assertThat(tail.said)
                    .containsExactly("The lines cannot be written: No space left on device. Is the disk full?");
        }
    }

    @Test
    void oneSourceIsFollowedAndTheOthersAreNotEvenConnected() throws Exception {
        AtomicInteger others = new AtomicInteger();
        try (TailUnderTest tail = new TailUnderTest(source("one"), out)
                .source("test", "two", sink -> {
                    others.incrementAndGet();
                    return forEver(sink);
                })
                .source("test", "one", TailTest::oneAndFinished)
                .follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.AS_ASKED);
            assertThat(others).hasValue(0);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("test/one")
                    .doesNotContain("test/two");
        }
    }

    @Test
    void aSourceThatAppearsLaterIsFollowedToo() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (TailUnderTest tail = new TailUnderTest(JSON, out)
                .source("test", "one", sink -> {
                    open.countDown();
                    go.await();
                    return SessionEnd.finished("");
                })
                .follow()) {
            open.await();
            tail.source("test", "two", TailTest::oneAndFinished);
            await().until(() -> out.toString(StandardCharsets.UTF_8).contains("test/two\",\"topic"));
            go.countDown();

            assertThat(tail.exitCode()).isEqualTo(ExitCode.AS_ASKED);
        }
    }

    @Test
    void aSourceMayAppearAMomentAfterItIsAskedFor() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(source("one"), out).follow()) {
            tail.source("test", "one", TailTest::oneAndFinished);

            assertThat(tail.exitCode()).isEqualTo(ExitCode.AS_ASKED);
            assertThat(kinds()).contains("work");
        }
    }

    @Test
    void anUnknownSourceIsAMistakeThatNamesThoseThereAre() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(source("three"), out)
                .source("test", "one", TailTest::forEver)
                .source("test", "two", TailTest::forEver)
                .follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(tail.said).containsExactly("There is no source 'three'. There are: test/one, test/two.");
        }
    }

    @Test
    void aWordForSeveralSourcesIsAMistakeThatNamesThem() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(source("test"), out)
                .source("test", "one", TailTest::forEver)
                .source("test", "two", TailTest::forEver)
                .follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(tail.said)
                    .containsExactly("Several sources are called 'test'. Give one of these: test/one, test/two.");
        }
    }

    @Test
    void noSourceAtAllIsAMistakeUnlessAPluginFailed() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(JSON, out).follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(tail.said).singleElement().asString().contains("There is no source to follow.", "--sse.url=");
        }
        try (TailUnderTest tail = new TailUnderTest(JSON, out).follow(true)) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.FATAL);
            assertThat(tail.said).singleElement().asString().contains("nothing to follow");
        }
    }

    @Test
    void aSourceThatFailsForGoodIsExplainedAndTheOthersGoOn() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (TailUnderTest tail = new TailUnderTest(JSON, out)
                .source("test", "one", sink -> {
                    throw new FatalSourceException("401 \u001b[31mUnauthorized.", "Give a token.");
                })
                .source("test", "two", sink -> {
                    go.await();
                    return oneAndFinished(sink);
                })
                .follow()) {
            await().until(() -> !tail.said.isEmpty());
            assertThat(tail.said)
                    .containsExactly("test/one failed for good: 401 \\u001b[31mUnauthorized. Give a token.");
            assertThat(tail.over()).isFalse();
            go.countDown();

            assertThat(tail.exitCode()).isEqualTo(ExitCode.FATAL);
            assertThat(kinds()).contains("work");
        }
    }

    @Test
    void aSettledWatchIsTheLastLineOfUntilSettled() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(UNTIL_SETTLED, out)
                .source("test", "one", sink -> {
                    sink.opened();
                    sink.watch("rows", Set.of("a", "b"));
                    sink.emit(List.of(
                            WorkUpdate.done(sink.source(), "rows", "a", ""),
                            WorkUpdate.failed(sink.source(), "rows", "b", "")));
                    return forEver(sink);
                })
                .follow()) {
            assertThat(tail.exitCode()).isEqualTo(ExitCode.WITH_FAILURES);
            assertThat(kinds()).endsWith("watch", "work", "work", "settled");
            assertThat(tail.said).isEmpty();
        }
    }

    @Test
    void anOpenWatchGoesOnUntilSettledForEverAndThatIsSaidOnce() throws Exception {
        try (TailUnderTest tail = new TailUnderTest(UNTIL_SETTLED, out)
                .source("test", "one", sink -> {
                    sink.emit(List.of(WorkUpdate.done(sink.source(), "rows", "a", "")));
                    sink.emit(List.of(WorkUpdate.done(sink.source(), "rows", "b", "")));
                    return forEver(sink);
                })
                .follow()) {
            await().until(() -> lines().stream().anyMatch(line -> line.contains("\"key\":\"b\"")));

            assertThat(tail.over()).isFalse();
            assertThat(tail.said).singleElement().asString().startsWith("test/one follows whatever it is sent");
        }
    }

    @Test
    void toldToEndItPrintsWhatWasReceivedAndClosesTheStream() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (TailUnderTest tail = new TailUnderTest(JSON, out)
                .source("test", "one", sink -> {
                    sink.emit(IntStream.range(0, 5000)
                            .mapToObj(n -> moving(sink, n))
                            .toList());
                    sent.countDown();
                    return forEver(sink);
                })
                .follow()) {
            sent.await();
            tail.end();

            assertThat(tail.exitCode()).isEqualTo(ExitCode.AS_ASKED);
            assertThat(lines()).filteredOn(line -> line.contains("\"work\"")).hasSize(5000);
            assertThat(lines()).last().asString().contains("\"state\":\"CLOSED\"");
        }
    }

    private List<String> lines() {
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        lines().forEach(line -> kinds.add(String.valueOf(Parsed.line(line).get("kind"))));
        return kinds;
    }

    private static TailOptions source(String word) {
        return new TailOptions(Optional.of(word), OptionalLong.empty(), false, true);
    }

    private static boolean held(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(one -> one.getName().equals(thread) && one.getState() == Thread.State.TIMED_WAITING);
    }

    private static OutputStream broken(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }

    private static SessionEnd oneAndFinished(UpdateSink sink) {
        sink.emit(List.of(moving(sink, 1)));
        return SessionEnd.finished("That was all.");
    }

    private static SessionEnd forEver(UpdateSink sink) throws InterruptedException {
        sink.opened();
        new CountDownLatch(1).await();
        return SessionEnd.finished("never");
    }

    private static SourceEvent moving(UpdateSink sink, int row) {
        return WorkUpdate.moving(sink.source(), "rows", "row-" + row, "moved");
    }

    private static SourceEvent notice(UpdateSink sink) {
        return new Notice(sink.source(), "news", "Late", "by an hour", Instant.now());
    }
}
