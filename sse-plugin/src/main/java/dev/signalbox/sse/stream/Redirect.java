package dev.signalbox.sse.stream;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.utils.URIUtils;

/** Where an answer sends us on, and with which of the caller's headers. */
final class Redirect {
    static final int MOST = 10;

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
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
        return new StreamRequest(to, keepsHeaders(from.uri(), to) ? from.headers() : List.of());
    }

    static StreamRefused tooMany(StreamRequest at, int status) {
        return refused(at, status, "once more after " + MOST + " redirects");
    }

    /** Credentials are meant for one server. The step from http to https on the same host is the one that is no change. */
    private static boolean keepsHeaders(URI from, URI to) {
        boolean sameHost = from.getHost().equalsIgnoreCase(to.getHost());
        boolean samePlace = from.getScheme().equalsIgnoreCase(to.getScheme())
                && TransportFault.server(from).equalsIgnoreCase(TransportFault.server(to));
        boolean secured = "http".equalsIgnoreCase(from.getScheme())
                && "https".equalsIgnoreCase(to.getScheme())
                && isDefaultPort(to);
        return samePlace || (sameHost && secured);
    }

    private static boolean isDefaultPort(URI https) {
        return https.getPort() < 0 || https.getPort() == 443;
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
