package dev.signalbox.api;

/** What a new subscription receives before the events to come. */
public enum Replay {
    /**
     * The current event of each live key, the last {@link ConnectionChanged} of each source and the last
     * {@link WatchChanged} of each watch, as far as the subscribed type covers them.
     */
    CURRENT,
    /** Nothing: only what is published from now on. */
    NONE
}
