package dev.signalbox.sse;

/** What the server sent cannot be read as orders. The message says why, for an operator. */
final class UnreadableOrdersException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableOrdersException(String message) {
        super(message);
    }
}
