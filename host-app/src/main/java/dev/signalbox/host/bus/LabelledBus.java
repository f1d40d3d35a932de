package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The same bus; what is subscribed through it says what for. */
final class LabelledBus implements HostBus {
    private final MailboxEventBus bus;
    private final String label;

    LabelledBus(MailboxEventBus bus, String label) {
        this.bus = bus;
        this.label = label;
    }

    @Override
    public void publish(List<? extends ConsoleEvent> events) {
        bus.publish(events);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        return bus.subscribe(bus.host(), label, type, on, replay, batch);
    }

    @Override
    public boolean publishWhenRoom(List<? extends ConsoleEvent> events, BooleanSupplier cancelled)
            throws InterruptedException {
        return bus.publishWhenRoom(events, cancelled);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribeEvery(
            Class<E> type, boolean withLettingGo, Consumer<? super List<E>> batch) {
        return bus.subscribeEvery(label, type, withLettingGo, batch);
    }

    @Override
    public EventBus viewFor(Subscriber subscriber) {
        return new PluginBus(bus, subscriber, label);
    }

    @Override
    public HostBus labelled(String other) {
        return bus.labelled(other);
    }

    @Override
    public List<SubscriptionStatistics> statistics() {
        return bus.statistics();
    }

    @Override
    public boolean quiesce(Duration atMost) throws InterruptedException {
        return bus.quiesce(atMost);
    }
}
