package dev.signalbox.host.bus;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Events as sources publish them; the message of a work event is its number. */
final class Events {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String SOURCE = "tick/orders";

    private Events() {}

    static OrderEvent moving(String key, int number) {
        return order(SOURCE, key, number, false, false);
    }

    static OrderEvent settled(String key, int number) {
        return order(SOURCE, key, number, true, false);
    }

    static OrderEvent failed(String key, int number) {
        return order(SOURCE, key, number, true, true);
    }

    static OrderEvent order(String source, String key, int number, boolean settled, boolean failed) {
        return new OrderEvent(
                source,
                key,
                settled ? "SHIPPED" : "PROCESSING",
                failed ? "FAILED" : settled ? "COMPLETED" : "IN_PROGRESS",
                Integer.toString(number),
                settled,
                failed,
                NOON);
    }

    static WorkRemoved removed(String key) {
        return new WorkRemoved(SOURCE, OrderEvent.TOPIC, key, NOON);
    }

    static Notice notice(int number) {
        return new Notice(SOURCE, "news", Integer.toString(number), "", NOON);
    }

    static Problem problem(String doing) {
        return new Problem(SOURCE, doing, "it broke", "mend it", NOON);
    }

    static ConnectionChanged connection(String source, ConnectionState state) {
        return new ConnectionChanged(source, state, 1, Optional.empty(), "", NOON);
    }

    static WatchChanged watch(String... keys) {
        return new WatchChanged(SOURCE, OrderEvent.TOPIC, Set.of(keys), NOON);
    }

    static <E extends ConsoleEvent> List<E> many(int count, IntFunction<E> event) {
        return IntStream.range(0, count).mapToObj(event).toList();
    }

    /** What makes two events speak of the same row. */
    static List<String> row(WorkEvent event) {
        return List.of(event.source(), event.topic(), event.key());
    }

    static List<String> row(WorkRemoved event) {
        return List.of(event.source(), event.topic(), event.key());
    }

    static int number(WorkEvent event) {
        return Integer.parseInt(event.message());
    }
}
