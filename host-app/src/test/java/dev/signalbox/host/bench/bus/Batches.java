package dev.signalbox.host.bench.bus;

import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates of 10,000 orders that lie ready, in batches of {@value #SIZE}. An order comes twice before all begin anew, and
 * between the two there are all the others: no burst holds an order twice, so there is nothing to merge.
 */
final class Batches {
    static final int SIZE = 10;

    private static final int ORDERS = 10_000;
    private static final int ONE_SETTLES_IN = 20;
    private static final int ONE_FAILS_IN = 200;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<List<OrderEvent>> batches = new ArrayList<>();
    private int next;

    Batches() {
        for (int round = 0; round < 2; round++) {
            for (int order = 0; order < ORDERS; order += SIZE) {
                // a list that a bus must copy, as it would one of a source
                List<OrderEvent> batch = new ArrayList<>(SIZE);
                for (int i = order; i < order + SIZE; i++) {
                    batch.add(update(i, round == 1));
                }
                batches.add(batch);
            }
        }
    }

    List<OrderEvent> next() {
        List<OrderEvent> batch = batches.get(next);
        next = next + 1 == batches.size() ? 0 : next + 1;
        return batch;
    }

    private static OrderEvent update(int order, boolean late) {
        boolean failed = late && order % ONE_FAILS_IN == 0;
        boolean settled = late && order % ONE_SETTLES_IN == 0;
        return new OrderEvent(
                "sse/orders",
                "ORD-" + (100_000 + order),
                settled ? "SHIPPED" : "PROCESSING",
                failed ? "FAILED" : settled ? "COMPLETED" : "IN_PROGRESS",
                late ? "Left the warehouse" : "Picking items",
                settled,
                failed,
                NOON);
    }
}
