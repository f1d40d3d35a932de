package dev.signalbox.host.bench.road;

/** The console shows something else than the server said last; the message says what. */
final class WrongPictureException extends Exception {
    private static final long serialVersionUID = 1;

    WrongPictureException(String message) {
        super(message);
    }
}
