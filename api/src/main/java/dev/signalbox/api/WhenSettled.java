package dev.signalbox.api;

/** What the console does with a source once every key of its bounded watch is settled. */
public enum WhenSettled {
    /** The session is closed and stays closed. */
    CLOSE,
    /** The session goes on; keys may move again. */
    STAY_OPEN
}
