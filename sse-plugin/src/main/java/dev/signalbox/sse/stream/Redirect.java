package dev.signalbox.sse.stream;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.utils.URIUtils;

/** Where an answer sends us on, and with which of the caller's headers. */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    /** They describe the body and go with it (Fetch, "request-body-header name"). */
    private static final Set<String> OF_THE_BODY =
            Set.of("content-encoding", "content-language", "content-location", "content-type");

    private static final String NEXT_STEP = "Ask whoever runs the server, or enter the final address.";

    private Redirect() {}

    static boolean is(int status) {
        return STATUSES.contains(status);
    }

    static StreamRequest follow(StreamRequest from, int status, String location) throws StreamRefused {
        if (location.isBlank()) {
            throw refused(from, status, "but names no Location to go to");
        }
        URI to;
        try {
            to = URIUtils.resolve(from.uri(), location.strip());
        } catch (IllegalArgumentException notAnAddress) {
            throw refused(from, status, "but its Location is not an address");
        }
        if (!isWeb(to)) {
            throw refused(from, status, "but its Location is not an http or https address");
        }
        boolean keepsBody = keepsMethodAndBody(from.method(), status);
        List<Header> headers = from.headers().stream()
                .filter(header -> isOfTheBody(header) ? keepsBody : PublicAddress.sameServer(from.uri(), to))
                .toList();
        return keepsBody ? new StreamRequest(from.method(), to, headers, from.body()) : new StreamRequest(to, headers);
    }

    static StreamRefused tooMany(StreamRequest at, int status, int most) {
        return refused(
                at, status, most == 0 ? "and redirects are not followed" : "once more after " + most + " redirects");
    }

    /** As in the Fetch standard (HTTP-redirect fetch): after 303, and after a POST also 301 and 302, GET takes over. */
    private static boolean keepsMethodAndBody(String method, int status) {
        return switch (status) {
            case 301, 302 -> !method.equals("POST");
            case 303 -> method.equals("GET") || method.equals("HEAD");
            default -> true;
        };
    }

    private static boolean isOfTheBody(Header header) {
        return OF_THE_BODY.contains(header.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private static StreamRefused refused(StreamRequest at, int status, String what) {
        return new StreamRefused(
                PublicAddress.of(at.uri()) + " redirects (" + status + ") " + what + ".", NEXT_STEP, null);
    }
}
