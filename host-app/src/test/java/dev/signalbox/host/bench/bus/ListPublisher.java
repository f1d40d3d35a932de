package dev.signalbox.host.bench.bus;

import dev.signalbox.api.OrderEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The floor: listeners in a list, called with the batch on the publishing thread. Nobody is protected from anybody. */
final class ListPublisher implements Publisher {
    private final List<Consumer<List<OrderEvent>>> listeners = new CopyOnWriteArrayList<>();

    ListPublisher(List<Counter> subscribers) {
        subscribers.forEach(subscriber -> listeners.add(subscriber::take));
    }

    @Override
    public void publish(List<OrderEvent> batch) {
        for (Consumer<List<OrderEvent>> listener : listeners) {
            listener.accept(batch);
        }
    }

    @Override
    public void close() {
        // it has no thread
    }
}
