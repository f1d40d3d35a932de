package dev.signalbox.sse.stream;

import java.net.URI;
import java.util.List;

/**
 * What is asked for.
 *
 * @param uri an http or https address without user info
 * @param headers the caller's own headers, which are not sent on to another host by a redirect
 */
public record StreamRequest(URI uri, List<Header> headers) {

    /** Keeps a copy of the headers. */
    public StreamRequest {
        headers = List.copyOf(headers);
    }
}
