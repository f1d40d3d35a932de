package dev.signalbox.host.bench.bus;

import dev.signalbox.api.OrderEvent;
import java.util.List;

/** A way to tell subscribers of events. */
interface Publisher extends AutoCloseable {
    List<String> ALL = List.of("signalbox", "guava", "list");

    void publish(List<OrderEvent> batch);

    @Override
    void close();

    /** Makes one that tells these subscribers and nobody else. */
    static Publisher named(String name, List<Counter> subscribers) {
        return switch (name) {
            case "signalbox" -> new SignalboxPublisher(subscribers);
            case "guava" -> new GuavaPublisher(subscribers);
            case "list" -> new ListPublisher(subscribers);
            default -> throw new IllegalArgumentException("There is no publisher " + name + "; there are " + ALL + ".");
        };
    }
}
