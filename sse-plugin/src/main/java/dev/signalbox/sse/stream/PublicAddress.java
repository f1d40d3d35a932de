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

    private static boolean isCredential(String parameter) {
        int equals = parameter.indexOf('=');
        return CREDENTIALS.contains((equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT));
    }
}
