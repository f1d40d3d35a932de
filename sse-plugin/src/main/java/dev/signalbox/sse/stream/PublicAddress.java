package dev.signalbox.sse.stream;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address as it may be shown and kept: without user info, and without the parameters that usually hold a credential. */
public final class PublicAddress {
    private static final Set<String> CREDENTIALS = Set.of(
            "access_token",
            "access-token",
            "api_key",
            "api-key",
            "apikey",
            "auth",
            "authorization",
            "jwt",
            "key",
            "pass",
            "password",
            "pwd",
            "secret",
            "sig",
            "signature",
            "token");

    private PublicAddress() {}

    /**
     * Leaves out what is private.
     *
     * @param uri an http or https address
     * @return the rest as text
     */
    public static String of(URI uri) {
        StringBuilder text = new StringBuilder(uri.getScheme()).append("://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        text.append(uri.getRawPath());
        String query = uri.getRawQuery() == null
                ? ""
                : Stream.of(uri.getRawQuery().split("&", -1))
                        .filter(parameter -> !isCredential(parameter))
                        .collect(Collectors.joining("&"));
        return query.isEmpty()
                ? text.toString()
                : text.append('?').append(query).toString();
    }

    /**
     * Whether what is meant for the one server may go to the other: same scheme, host and port, or the step from http to
     * https on the usual port of the same host.
     *
     * @param from an http or https address
     * @param to another
     * @return true for the same server
     */
    public static boolean sameServer(URI from, URI to) {
        if (!from.getHost().equalsIgnoreCase(to.getHost())) {
            return false;
        }
        boolean sameScheme = from.getScheme().equalsIgnoreCase(to.getScheme());
        return (sameScheme && port(from) == port(to)) || (!isSecure(from) && isSecure(to) && port(to) == 443);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isCredential(String parameter) {
        int equals = parameter.indexOf('=');
        return CREDENTIALS.contains((equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT));
    }
}
