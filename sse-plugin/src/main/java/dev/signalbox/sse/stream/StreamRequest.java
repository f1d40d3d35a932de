package dev.signalbox.sse.stream;

import java.net.URI;
import java.util.List;

/**
 * What is asked for.
 *
 * @param method the method, such as GET; a token
 * @param uri an http or https address without user info
 * @param headers the caller's own headers, which are not sent on to another host by a redirect
 * @param body what is sent along, as UTF-8; empty for nothing
 */
public record StreamRequest(String method, URI uri, List<Header> headers, String body) {

    /** Keeps a copy of the headers. */
    public StreamRequest {
        headers = List.copyOf(headers);
    }

    /**
     * Asks for a document or a stream in the usual way, with GET.
     *
     * @param uri an http or https address without user info
     * @param headers the caller's own headers
     */
    public StreamRequest(URI uri, List<Header> headers) {
        this("GET", uri, headers, "");
    }

    /**
     * The same question in another form.
     *
     * @param newMethod the method
     * @param newBody what is sent along; empty for nothing
     * @return the request
     */
    public StreamRequest with(String newMethod, String newBody) {
        return new StreamRequest(newMethod, uri, headers, newBody);
    }

    /** The body may hold a credential, as the headers may. */
    @Override
    public String toString() {
        return method + " " + PublicAddress.of(uri);
    }
}
