package dev.signalbox.host.bus;

import java.util.concurrent.Executor;

/**
 * Who owns subscriptions.
 *
 * @param name what the operator knows it by, such as {@code plug-in tick}
 * @param background runs its BACKGROUND batches, one at a time
 * @param loader its context class loader
 * @param host whether it is the console itself, whose subscriptions are never paused and hold sources back instead
 */
public record Subscriber(String name, Executor background, ClassLoader loader, boolean host) {}
