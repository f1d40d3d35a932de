package dev.signalbox.host.bench.bus;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.Replay;
import dev.signalbox.host.bus.HostBus;
import dev.signalbox.host.bus.MailboxEventBus;
import dev.signalbox.host.bus.Subscriber;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The console's bus. Its subscribers are those of the console itself, which share one background thread. */
final class SignalboxPublisher implements Publisher {
    private static final int ROWS_MOST = 200_000;

    private final ExecutorService background;
    private final HostBus bus;

    SignalboxPublisher(List<Counter> subscribers) {
        this.background = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "background");
            thread.setDaemon(true);
            return thread;
        });
        ClassLoader loader = SignalboxPublisher.class.getClassLoader();
        this.bus =
                MailboxEventBus.withoutWindow(new Subscriber("the console", background, loader, true), () -> ROWS_MOST);
        for (Counter subscriber : subscribers) {
            bus.subscribe(OrderEvent.class, Delivery.BACKGROUND, Replay.NONE, subscriber::take);
        }
    }

    @Override
    public void publish(List<OrderEvent> batch) {
        bus.publish(batch);
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
