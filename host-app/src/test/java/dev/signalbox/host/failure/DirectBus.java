package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Delivers on the caller's thread, within {@code publish}; keeps what was published; can be full. */
final class DirectBus implements EventBus {
    private final List<Subscriber<?>> subscribers = new ArrayList<>();
    private final List<ConsoleEvent> published = new ArrayList<>();
    private boolean full;

    private record Subscriber<E extends ConsoleEvent>(Class<E> type, Consumer<? super List<E>> batch) {
        void offer(List<? extends ConsoleEvent> events) {
            List<E> mine =
                    events.stream().filter(type::isInstance).map(type::cast).toList();
            if (!mine.isEmpty()) {
                batch.accept(mine);
            }
        }
    }

    void isFull(boolean now) {
        full = now;
    }

    /** What was published of a type and not yet taken; takes the events of every type. */
    <E extends ConsoleEvent> List<E> takePublished(Class<E> type) {
        List<E> taken =
                published.stream().filter(type::isInstance).map(type::cast).toList();
        published.clear();
        return taken;
    }

    /** Delivers even when full: what a source publishes finds room here, what a subscriber publishes in turn does not. */
    void publish(ConsoleEvent... events) {
        List<ConsoleEvent> batch = List.of(events);
        published.addAll(batch);
        List.copyOf(subscribers).forEach(subscriber -> subscriber.offer(batch));
    }

    @Override
    public void publish(List<? extends ConsoleEvent> events) {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        publish(events.toArray(ConsoleEvent[]::new));
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        Subscriber<E> subscriber = new Subscriber<>(type, batch);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    int subscriptions() {
        return subscribers.size();
    }
}
