package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class EventStreamSplitTest {
    private static final int SMALL_LIMIT = 24;
    private static final int LARGE_LIMIT = 10_000;

    @Property(tries = 2_000)
    void oneByteAtATimeGivesTheEventsOfTheObviousParser(@ForAll("streams") byte[] stream) {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(SMALL_LIMIT, ""));
        for (byte b : stream) {
            parsed.feed(new byte[] {b});
        }
        assertThat(parsed.found()).isEqualTo(new SlowEventStreamParser(SMALL_LIMIT).parse(stream));
    }

    /** Long lines in large pieces are where several bytes are looked at together. */
    @Property(tries = 1_000)
    void longLinesAndLargeReadsGiveTheEventsOfTheObviousParser(@ForAll("longStreams") byte[] stream) {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(LARGE_LIMIT, ""));
        assertThat(parsed.feed(stream).found()).isEqualTo(new SlowEventStreamParser(LARGE_LIMIT).parse(stream));
    }

    @Property(tries = 2_000)
    void anySplitGivesTheEventsOfTheObviousParser(
            @ForAll("streams") byte[] stream, @ForAll("sizes") List<Integer> sizes) {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(SMALL_LIMIT, ""));
        int from = 0;
        for (int i = 0; from < stream.length; i++) {
            int to = Math.min(stream.length, from + sizes.get(i % sizes.size()));
            parsed.feed(Arrays.copyOfRange(stream, from, to));
            from = to;
        }
        assertThat(parsed.found()).isEqualTo(new SlowEventStreamParser(SMALL_LIMIT).parse(stream));
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(1, 12).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<byte[]> longStreams() {
        Arbitrary<byte[]> fillers = Arbitraries.integers()
                .between(0, 70)
                .map(length -> "x".repeat(length).getBytes(UTF_8));
        Arbitrary<byte[]> bytes =
                Arbitraries.of(9, 10, 11, 12, 13, 14, 0, 0x7F, 0x8A, 0x8D, 0xFF).map(b -> new byte[] {b.byteValue()});
        return Arbitraries.frequencyOf(Tuple.of(2, fillers), Tuple.of(2, bytes), Tuple.of(1, streams()))
                .list()
                .ofMaxSize(30)
                .map(EventStreamSplitTest::join);
    }

    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<byte[]> words = Arbitraries.of(
                        "data",
                        "event",
                        "id",
                        "retry",
                        ":",
                        ": ",
                        " ",
                        "\n",
                        "\r",
                        "\r\n",
                        "\n\n",
                        "\uFEFF",
                        "\0",
                        "12",
                        "99999999999",
                        "0",
                        "€",
                        "x",
                        "data: 1\n\n",
                        "id: 3\n",
                        "xxxxxxxxxxxxxxxxxxxxxxx",
                        "\u2028")
                .map(word -> word.getBytes(UTF_8));
        Arbitrary<byte[]> anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
        return Arbitraries.frequencyOf(Tuple.of(9, words), Tuple.of(1, anything))
                .list()
                .ofMaxSize(60)
                .map(EventStreamSplitTest::join);
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
