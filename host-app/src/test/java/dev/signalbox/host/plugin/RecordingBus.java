package dev.signalbox.host.plugin;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.Subscriber;
import dev.signalbox.host.bus.SubscriptionStatistics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Keeps what is published, and counts who listens. */
final class RecordingBus implements HostBus {
    final List<Object> published = new CopyOnWriteArrayList<>();
    final List<Class<?>> subscribed = new CopyOnWriteArrayList<>();
    final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    List<Problem> problems() {
        return published.stream()
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .toList();
    }

    @Override
    public void publish(List<? extends ConsoleEvent> events) {
        published.addAll(events);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        subscribed.add(type);
        return () -> subscribed.remove(type);
    }

    @Override
    public boolean publishWhenRoom(List<? extends ConsoleEvent> events, BooleanSupplier cancelled) {
        publish(events);
        return true;
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribeEvery(
            Class<E> type, boolean withLettingGo, Consumer<? super List<E>> batch) {
        return subscribe(type, Delivery.BACKGROUND, Replay.NONE, batch);
    }

    @Override
    public HostBus labelled(String label) {
        return this;
    }

    @Override
    public HostBus except(Class<? extends ConsoleEvent> kind) {
        return this;
    }

    @Override
    public List<SubscriptionStatistics> statistics() {
        return List.of();
    }

    @Override
    public EventBus viewFor(Subscriber subscriber) {
        subscribers.add(subscriber);
        return this;
    }

    @Override
    public boolean quiesce(Duration atMost) {
        return true;
    }
}
