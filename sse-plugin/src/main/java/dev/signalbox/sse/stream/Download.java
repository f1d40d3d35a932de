package dev.signalbox.sse.stream;

import dev.signalbox.sse.stream.HttpExchange.Answer;
import java.io.IOException;

/** A document fetched whole. One thread fetches it; {@link #close} may come from any, at any time. */
public final class Download implements AutoCloseable {
    private static final int OK = 200;

    private final HttpExchange exchange;
    private final StreamRequest request;
    private final int maxBytes;

    Download(HttpExchange exchange, StreamRequest request, int maxBytes) {
        this.exchange = exchange;
        this.request = request;
        this.maxBytes = maxBytes;
    }

    /**
     * Asks for the document, once, and waits until all of it is here.
     *
     * @return its bytes
     * @throws StreamRefused if the server does not give it, or it is too large
     * @throws StreamUnavailable if the server cannot serve now
     * @throws StreamLost if it did not come, or not whole
     */
    public byte[] fetch() throws StreamFailure {
        Answer answer = exchange.send();
        if (answer.status() != OK) {
            throw exchange.refuse(answer, " and no document", "Check the address.");
        }
        try {
            byte[] bytes = answer.body().readNBytes(maxBytes + 1);
            if (bytes.length <= maxBytes) {
                return bytes;
            }
        } catch (IOException fault) {
            StreamLost lost = exchange.lost(fault);
            throw new StreamLost("Reading " + PublicAddress.of(request.uri()) + ": " + lost.getMessage(), fault);
        } finally {
            exchange.close();
        }
        throw new StreamRefused(
                PublicAddress.of(request.uri()) + " is larger than " + maxBytes / (1024 * 1024) + " MiB.",
                "Ask whoever runs the server for a smaller one.",
                null);
    }

    /** Cuts the connection and frees whoever waits for it. Does not wait. */
    @Override
    public void close() {
        exchange.close();
    }
}
