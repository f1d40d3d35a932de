package dev.signalbox.sse.stream;

/**
 * A field of a request's head.
 *
 * @param name a token
 * @param value any text; sent as UTF-8
 */
public record Header(String name, String value) {

    /** Keeps the value out of logs: it may be a credential. */
    @Override
    public String toString() {
        return name + ": …";
    }
}
