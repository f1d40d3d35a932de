package dev.signalbox.sse;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.stream.EventStreamParser;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The decoder as a session makes it, for the benchmark and the fuzzer, which live in packages of their own. */
public final class OpenDecoder {
    private final OrderDecoder decoder = new OrderDecoder(
            "sse/orders",
            new SettledRule(Set.of("SHIPPED", "CANCELLED"), Set.of("COMPLETED", "FAILED")),
            DecoderLimits.DEFAULT);

    /** Reads the data of the parser's message. */
    public boolean decode(EventStreamParser parser, Instant at, List<OrderEvent> into) {
        return decode(parser.buffer(), parser.dataOffset(), parser.dataLength(), at, into);
    }

    /** Reads a slice. */
    public boolean decode(byte[] bytes, int offset, int length, Instant at, List<OrderEvent> into) {
        try {
            return decoder.decodeUpdate(bytes, offset, length, at, into);
        } catch (UnreadableOrdersException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
