package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Asks its subscriber's thread for one batch after the other, so that subscriptions sharing a thread take turns. */
final class BackgroundMailbox<E extends ConsoleEvent> extends Mailbox<E> {
    private final AtomicBoolean asked = new AtomicBoolean();

    BackgroundMailbox(Interest<E> interest, Consumer<? super List<E>> callback, Object lock, MailboxEvents events) {
        super(interest, callback, lock, events);
    }

    @Override
    void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                interest().subscriber().background().execute(this::batch);
            } catch (RejectedExecutionException stopped) {
                close();
            }
        }
    }

    @Override
    boolean mergesWhenDraining() {
        return true;
    }

    private void batch() {
        asked.set(false);
        try {
            deliver(interest().bounds().mostInBatch());
        } finally {
            if (more()) {
                wake();
            }
        }
    }
}
