package dev.signalbox.host.bench.bus;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.signalbox.api.OrderEvent;
import java.util.List;

/** Guava's bus as its guide shows it: an annotated method, one event after the other, on the publishing thread. */
final class GuavaPublisher implements Publisher {
    private final EventBus bus = new EventBus();

    GuavaPublisher(List<Counter> subscribers) {
        subscribers.forEach(subscriber -> bus.register(new Listener(subscriber)));
    }

    /** Guava calls it by reflection. */
    public static final class Listener {
        private final Counter counter;

        private Listener(Counter counter) {
            this.counter = counter;
        }

        /** Takes an event. */
        @Subscribe
        public void take(OrderEvent event) {
            counter.take(event);
        }
    }

    @Override
    public void publish(List<OrderEvent> batch) {
        for (OrderEvent event : batch) {
            bus.post(event);
        }
    }

    @Override
    public void close() {
        // it has no thread
    }
}
