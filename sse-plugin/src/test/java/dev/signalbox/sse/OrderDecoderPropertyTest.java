package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class OrderDecoderPropertyTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final SettledRule RULE =
            new SettledRule(Set.of("SHIPPED", "CANCELLED"), Set.of("COMPLETED", "FAILED"));
    private static final int MARGIN = 3;

    @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
    void oneDecoderReadsManyEventsAsTheObviousOneReadsEach(@ForAll("events") List<byte[]> events) {
        OrderDecoder decoder = new OrderDecoder("s", RULE, DecoderLimits.DEFAULT);
        SlowOrderDecoder slow = new SlowOrderDecoder("s", RULE);
        for (byte[] event : events) {
            assertThat(decode(decoder, event))
                    .as(() -> new String(event, UTF_8))
                    .isEqualTo(slow.decode(event, AT));
        }
    }

    @Provide
    Arbitrary<List<byte[]>> events() {
        return Arbitraries.randomValue(RandomEvent::of).list().ofMinSize(1).ofMaxSize(12);
    }

    /** The slice lies between bytes that would go on with it. */
    private static String decode(OrderDecoder decoder, byte[] event) {
        byte[] around = new byte[event.length + 2 * MARGIN];
        Arrays.fill(around, (byte) '}');
        System.arraycopy(event, 0, around, MARGIN, event.length);
        List<OrderEvent> orders = new ArrayList<>();
        try {
            boolean found = decoder.decodeUpdate(around, MARGIN, event.length, AT, orders);
            return found ? orders.toString() : SlowOrderDecoder.NO_UPDATES;
        } catch (UnreadableOrdersException unreadable) {
            assertThat(orders).isEmpty();
            return SlowOrderDecoder.UNREADABLE;
        }
    }
}
