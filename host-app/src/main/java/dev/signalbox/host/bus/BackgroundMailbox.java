package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Asks its subscriber's thread for one batch after the other, so that subscriptions sharing a thread take turns. */
final class BackgroundMailbox<E extends ConsoleEvent> extends Mailbox<E> {
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Runnable drained;

    BackgroundMailbox(
            Class<E> type,
            Subscriber subscriber,
            Consumer<? super List<E>> callback,
            MailboxEvents events,
            Bounds bounds,
            Runnable drained,
            boolean merges) {
        super(type, subscriber, callback, events, bounds, merges);
        this.drained = drained;
    }

    void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                subscriber().background().execute(this::batch);
            } catch (RejectedExecutionException stopped) {
                close();
            }
        }
    }

    private void batch() {
        asked.set(false);
        try {
            deliver();
        } finally {
            drained.run();
            if (more()) {
                ask();
            }
        }
    }
}
