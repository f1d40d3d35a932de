package dev.signalbox.host.failure;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WatchSettled;
import java.time.Instant;
import java.util.List;

/** Orders for tests; second 0 is noon. */
final class Orders {
    static final String SOURCE = "sse/orders";
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private Orders() {}

    static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    static OrderEvent failed(String id, String message, long second) {
        return new OrderEvent(SOURCE, id, "CANCELLED", "FAILED", message, true, true, at(second));
    }

    static OrderEvent moving(String id, long second) {
        return new OrderEvent(SOURCE, id, "PROCESSING", "IN_PROGRESS", "picking", false, false, at(second));
    }

    static WatchSettled settled(int total, int failed) {
        return new WatchSettled(SOURCE, OrderEvent.TOPIC, total, failed, at(60));
    }

    static FailuresChanged failing(Failure... failures) {
        return new FailuresChanged(List.of(failures), List.of(), failures.length, failures.length, 0, List.of(), at(0));
    }
}
