package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderDecoderPropertyTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Property(tries = 2_000)
    void oneDecoderReadsManyEventsAsTheObviousOneReadsEach(@ForAll("events") List<byte[]> events) {
        OpenDecoder decoder = new OpenDecoder();
        for (byte[] event : events) {
            assertThat(decoder.decode(event, AT))
                    .as(() -> new String(event, UTF_8))
                    .isEqualTo(OpenDecoder.expected(event, AT));
        }
    }

    @Provide
    Arbitrary<List<byte[]>> events() {
        return Arbitraries.randomValue(RandomEvent::of).list().ofMinSize(1).ofMaxSize(12);
    }
}
