package dev.signalbox.api;

/** Where the life of a source stands, finer than the three states of a browser's EventSource. */
public enum ConnectionState {
    /** Not started yet. */
    IDLE,
    /** A session has begun and the peer has not answered yet. */
    CONNECTING,
    /** The peer has answered; updates may come. */
    OPEN,
    /** Open, but silent for longer than expected. */
    STALE,
    /** Lost; the next attempt is timed. */
    WAITING,
    /** Stopped by the operator, who may resume. */
    PAUSED,
    /** Ended: everything settled, the peer said so, or the operator closed it. */
    CLOSED,
    /** Stopped by an error that trying again will not cure. */
    FAILED;

    /**
     * The matching {@code EventSource.readyState} (WHATWG HTML 9.2.2).
     *
     * @return 0 connecting, 1 open, 2 closed
     */
    public int readyState() {
        return switch (this) {
            case CONNECTING, WAITING -> 0;
            case OPEN, STALE -> 1;
            case IDLE, PAUSED, CLOSED, FAILED -> 2;
        };
    }
}
