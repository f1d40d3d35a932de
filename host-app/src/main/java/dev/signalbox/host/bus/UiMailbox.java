package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.util.List;
import java.util.function.Consumer;

/** Is delivered to by the pump of the window, as much at once as fits into the frame. */
final class UiMailbox<E extends ConsoleEvent> extends Mailbox<E> {
    private final UiPump pump;

    // the delivering thread only
    private final CallbackCost cost;

    UiMailbox(
            Interest<E> interest, Consumer<? super List<E>> callback, Object lock, MailboxEvents events, UiPump pump) {
        super(interest, callback, lock, events);
        this.pump = pump;
        this.cost = new CallbackCost(
                interest.bounds().mostInBatch(), interest.bounds().mostWaiting());
    }

    @Override
    void wake() {
        pump.ask();
    }

    /** The window has better things to do. */
    @Override
    boolean mergesWhenDraining() {
        return false;
    }

    @Override
    void took(int events, long nanos) {
        cost.took(events, nanos);
    }

    /** Delivers one batch that should take no longer; returns whether there was more than that. */
    boolean deliverWithin(long nanos) {
        return deliver(cost.eventsWithin(nanos));
    }

    /** Whether a further call would not take most of that time by itself, before the first event. */
    boolean isWorthCallingFor(long nanos) {
        return cost.ofCall() < nanos / 2.0;
    }
}
