package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import java.util.List;
import java.util.function.Consumer;

/** The bus as one plug-in sees it. */
final class PluginBus implements EventBus {
    private final MailboxEventBus bus;
    private final Subscriber plugin;
    private final Purpose purpose;

    PluginBus(MailboxEventBus bus, Subscriber plugin, Purpose purpose) {
        this.bus = bus;
        this.plugin = plugin;
        this.purpose = purpose;
    }

    @Override
    public void publish(List<? extends ConsoleEvent> events) {
        bus.publishOrReject(events);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        return bus.subscribe(plugin, purpose, type, on, replay, batch);
    }
}
