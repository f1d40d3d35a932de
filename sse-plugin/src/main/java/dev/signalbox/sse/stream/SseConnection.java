package dev.signalbox.sse.stream;

import dev.signalbox.sse.stream.HttpExchange.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** A connection to one event stream. One thread opens and reads it; {@link #close} may come from any, at any time. */
public final class SseConnection implements AutoCloseable {
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final int SHOWN_CHARACTERS = 100;
    private static final int NO_CONTENT = 204;
    private static final int OK = 200;

    private final HttpExchange exchange;
    private InputStream body = InputStream.nullInputStream();
    private boolean anyByte;

    SseConnection(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Asks for the stream, once, and waits for the answer's head.
     *
     * @return false when the server answered 204: it has nothing to send and does not want to be asked again
     * @throws StreamRefused if the answer is no event stream
     * @throws StreamUnavailable if the server cannot serve now
     * @throws StreamLost if no answer came
     */
    public boolean open() throws StreamFailure {
        Answer answer = exchange.send();
        if (answer.status() == NO_CONTENT) {
            exchange.close();
            return false;
        }
        if (answer.status() != OK) {
            throw exchange.refuse(answer, ", which opens no stream", "Check the address.");
        }
        String mediaType = ShownText.of(answer.contentType().split(";", 2)[0].strip(), SHOWN_CHARACTERS);
        if (!mediaType.toLowerCase(Locale.ROOT).equals(MEDIA_TYPE)) {
            String type = mediaType.isEmpty() ? "without a content type" : "with " + mediaType;
            throw exchange.refuse(
                    answer,
                    " " + type + " instead of " + MEDIA_TYPE,
                    "Check that the address is that of an event stream.");
        }
        body = answer.body();
        return true;
    }

    /**
     * Reads once into the parser; waits until the server sends something.
     *
     * @param parser takes the bytes
     * @return false at the proper end of the stream
     * @throws StreamLost if the stream broke off
     */
    public boolean readInto(EventStreamParser parser) throws StreamLost {
        try {
            int count = parser.read(body);
            anyByte |= count > 0;
            return count >= 0;
        } catch (SocketTimeoutException silence) {
            throw anyByte ? exchange.lost(silence) : exchange.neverSpoke(silence);
        } catch (IOException fault) {
            throw exchange.lost(fault);
        }
    }

    /** Cuts the connection and frees whoever waits for it. Does not wait. */
    @Override
    public void close() {
        exchange.close();
    }
}
