package dev.signalbox.api;

/** Undoes what made it. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /** Ends the subscription; a second call does nothing. Any thread. */
    @Override
    void close();
}
