package dev.signalbox.host.bench.bus;

import dev.signalbox.api.OrderEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A subscriber that looks at each event and does next to nothing with it. One thread counts, another may ask how far it
 * has come.
 */
final class Counter {
    private final AtomicLong counted = new AtomicLong();

    // of the thread that counts; read by others once they know that it has come so far
    private long count;
    private long sum;

    void take(List<? extends OrderEvent> batch) {
        for (OrderEvent event : batch) {
            note(event);
        }
        counted.setRelease(count);
    }

    void take(OrderEvent event) {
        note(event);
        counted.setRelease(count);
    }

    /** Counts what it would have to see, for the comparison. */
    static Counter having(List<? extends List<? extends OrderEvent>> batches) {
        Counter counter = new Counter();
        batches.forEach(counter::take);
        return counter;
    }

    long counted() {
        return counted.getAcquire();
    }

    /** What differs from what should have come; empty when nothing does. */
    String differenceFrom(Counter expected) {
        if (counted() != expected.counted()) {
            return "it got " + counted() + " events of " + expected.counted();
        }
        return sum == expected.sum ? "" : "its events sum up to " + sum + " instead of " + expected.sum;
    }

    private void note(OrderEvent event) {
        count++;
        sum += value(event) * (count % 7 + 1);
    }

    private static int value(OrderEvent event) {
        return event.settled() ? 1 : event.failed() ? 2 : 3;
    }
}
