package dev.signalbox.host.order;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.host.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** Orders as a feed tells them. */
final class Orders {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String SOURCE = "sse/orders";
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private Orders() {}

    static OrderEvent moving(String id, String message) {
        return order(SOURCE, id, "PROCESSING", "IN_PROGRESS", message);
    }

    static OrderEvent moving(String id, String message, Instant at) {
        return new OrderEvent(SOURCE, id, "PROCESSING", "IN_PROGRESS", message, false, false, at);
    }

    static OrderEvent shipped(String id) {
        return order(SOURCE, id, "SHIPPED", "COMPLETED", "Handed over");
    }

    static OrderEvent failed(String id) {
        return order(SOURCE, id, "CANCELLED", "FAILED", "Payment refused");
    }

    static OrderEvent order(String source, String id, String state, String status, String message) {
        boolean failed = status.equals("FAILED");
        boolean settled = Set.of("SHIPPED", "CANCELLED").contains(state) && (failed || status.equals("COMPLETED"));
        return new OrderEvent(source, id, state, status, message, settled, failed, NOON);
    }

    static WorkRemoved removed(String id) {
        return new WorkRemoved(SOURCE, OrderEvent.TOPIC, id, NOON);
    }

    static WatchChanged watch(String... ids) {
        return new WatchChanged(SOURCE, OrderEvent.TOPIC, Set.of(ids), NOON);
    }

    static RowKey key(String id) {
        return new RowKey(SOURCE, OrderEvent.TOPIC, id);
    }

    static RowWords words() {
        return new RowWords(Texts.of(OrderPanel.class), new LocalTimes(CLOCK, Locale.UK));
    }
}
