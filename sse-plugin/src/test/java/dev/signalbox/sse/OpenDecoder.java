package dev.signalbox.sse;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.stream.EventStreamParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The decoder as a session makes it, for the benchmark and the fuzzer, which live in packages of their own. */
public final class OpenDecoder {
    private static final SettledRule RULE =
            new SettledRule(Set.of("SHIPPED", "CANCELLED"), Set.of("COMPLETED", "FAILED"));
    private static final int MARGIN = 3;

    private final OrderDecoder decoder = new OrderDecoder("sse/orders", RULE, DecoderLimits.DEFAULT);

    /** Reads the data of the parser's message. */
    public void decode(EventStreamParser parser, Instant at, List<OrderEvent> into) {
        try {
            decoder.decodeUpdate(parser.buffer(), parser.dataOffset(), parser.dataLength(), at, into);
        } catch (UnreadableOrdersException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** Reads an event that lies between bytes that would go on with it, and gives what {@link #expected} would. */
    public String decode(byte[] event, Instant at) {
        byte[] around = new byte[event.length + 2 * MARGIN];
        Arrays.fill(around, (byte) '}');
        System.arraycopy(event, 0, around, MARGIN, event.length);
        List<OrderEvent> orders = new ArrayList<>();
        try {
            boolean found = decoder.decodeUpdate(around, MARGIN, event.length, at, orders);
            return found ? orders.toString() : SlowOrderDecoder.NO_UPDATES;
        } catch (UnreadableOrdersException unreadable) {
            return orders.isEmpty() ? SlowOrderDecoder.UNREADABLE : "unreadable, but it left " + orders;
        }
    }

    /** What the obvious decoder says. */
    public static String expected(byte[] event, Instant at) {
        return new SlowOrderDecoder("sse/orders", RULE).decode(event, at);
    }
}
