package dev.signalbox.api;

import java.util.List;
import java.util.function.Consumer;

/**
 * Carries events from whoever publishes to whoever subscribed. Both methods may be called from any thread.
 *
 * <p>Between publisher and subscriber stands a bounded mailbox per subscription. When a subscriber is slow, a newer
 * {@link WorkEvent} replaces an older one of the same source, topic and key, unless the older one is settled or failed:
 * those are never dropped, merged away or reordered against their own key. A plug-in's subscription over its bound is
 * paused, named on screen, and given the current picture again when it has caught up.
 */
public interface EventBus {

    /**
     * Publishes events, in order. Never waits.
     *
     * @param events the events
     * @throws java.util.concurrent.RejectedExecutionException if a subscriber of the console itself is over its bound;
     *     nothing of the batch was published
     */
    void publish(List<? extends ConsoleEvent> events);

    /**
     * Subscribes to a type of events and its subtypes. Batches come one at a time, in publish order, never empty. A
     * subscriber that throws is reported and called again with the next batch; it disturbs nobody else.
     *
     * <p>No call begins after {@link Subscription#close} has returned on the thread the batches come on; elsewhere one
     * that has begun may still be running.
     *
     * @param type the type
     * @param on which thread the batches come on
     * @param replay whether the current picture comes first
     * @param batch takes each batch; must not keep the EDT long when {@code on} is {@link Delivery#UI}
     * @param <E> the type
     * @return ends the subscription
     */
    <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch);
}
