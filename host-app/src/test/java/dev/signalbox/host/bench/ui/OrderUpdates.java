package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The updates: of any order, with the same chance for each, and the same ones for every subject. Some settle, and a few
 * orders, always the same, fail now and then: a console that loses or merges those does not get away with it, and its list
 * of failures stays short. Used by one thread at a time.
 */
final class OrderUpdates {
    static final String SOURCE = "bench/orders";

    /** One in so many orders can fail. */
    private static final int FAILING = 500;
    /** Of 1,024 updates of such an order so many are failures. */
    private static final int FAILURES = 100;
    /** Of 1,024 updates so many settle their order. */
    private static final int SETTLED = 20;

    private static final String[] STATES = {"PROCESSING", "PACKING", "ROUTING", "HELD"};
    private static final String[] STATUSES = {"IN_PROGRESS", "COMPLETED"};
    private static final String[] MESSAGES = Messages.all().toArray(String[]::new);

    private final String[] ids;
    private final OrderEvent[] last;
    private long random;

    OrderUpdates(int orders, long seed) {
        this.ids = IntStream.range(0, orders).mapToObj("ORD-%06d"::formatted).toArray(String[]::new);
        this.last = new OrderEvent[orders];
        this.random = seed;
    }

    int orders() {
        return ids.length;
    }

    /** One update of each order, in the order of the ids. */
    List<OrderEvent> first() {
        Instant at = Made.now();
        for (int order = 0; order < ids.length; order++) {
            make(order, at);
        }
        return Arrays.asList(last.clone());
    }

    List<OrderEvent> next(int count) {
        Instant at = Made.now();
        OrderEvent[] batch = new OrderEvent[count];
        for (int i = 0; i < count; i++) {
            long bits = bits();
            batch[i] = make((int) (((bits >>> 32) * ids.length) >>> 32), at, bits);
        }
        return Arrays.asList(batch);
    }

    /** The newest update of each order. */
    List<OrderEvent> last() {
        return Arrays.asList(last);
    }

    private void make(int order, Instant at) {
        make(order, at, bits());
    }

    private OrderEvent make(int order, Instant at, long bits) {
        int chance = (int) (bits >>> 12) & 1023;
        boolean failed = order % FAILING == 0 && chance < FAILURES;
        boolean settled = failed || chance >= 1024 - SETTLED;
        OrderEvent made = new OrderEvent(
                SOURCE,
                ids[order],
                failed ? "CANCELLED" : settled ? "SHIPPED" : STATES[(int) (bits >>> 22) & 3],
                failed ? "FAILED" : settled ? "COMPLETED" : STATUSES[(int) (bits >>> 24) & 1],
                MESSAGES[(int) bits & (Messages.COUNT - 1)],
                settled,
                failed,
                at);
        last[order] = made;
        return made;
    }

    /** SplitMix64. */
    private long bits() {
        random += 0x9E3779B97F4A7C15L;
        long z = random;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
