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

/** The same bus for one purpose. */
final class BusFor implements HostBus {
    private final MailboxEventBus bus;
    private final Purpose purpose;

    BusFor(MailboxEventBus bus, Purpose purpose) {
        this.bus = bus;
        this.purpose = purpose;
    }

    @Override
    public void publish(List<? extends ConsoleEvent> events) {
        bus.publish(events);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        return bus.subscribe(bus.host(), purpose, type, on, replay, batch);
    }

    @Override
    public boolean publishWhenRoom(List<? extends ConsoleEvent> events, BooleanSupplier cancelled)
            throws InterruptedException {
        return bus.publishWhenRoom(events, cancelled);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribeEvery(
            Class<E> type, boolean withLettingGo, Consumer<? super List<E>> batch) {
        return bus.subscribeEvery(purpose, type, withLettingGo, batch);
    }

    @Override
    public EventBus viewFor(Subscriber subscriber) {
        return new PluginBus(bus, subscriber, purpose);
    }

    @Override
    public HostBus labelled(String label) {
        return new BusFor(bus, new Purpose(label, purpose.except()));
    }

    @Override
    public HostBus except(Class<? extends ConsoleEvent> kind) {
        return new BusFor(bus, new Purpose(purpose.label(), kind));
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
