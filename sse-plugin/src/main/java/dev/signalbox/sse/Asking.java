package dev.signalbox.sse;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the stream is asked for. The snapshot is always asked for with GET.
 *
 * @param method the method of the request
 * @param body what is sent along; empty for nothing
 * @param lastEventId where a watch begins that has no rows yet; empty for wherever the server begins
 */
record Asking(String method, String body, String lastEventId) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Fetch writes these large whatever the case; in any other method the case counts. */
    private static final Set<String> WRITTEN_LARGE = Set.of("DELETE", "GET", "OPTIONS", "POST", "PUT");

    /** Their answers carry no stream. */
    private static final Set<String> WITHOUT_STREAM = Set.of("CONNECT", "HEAD", "TRACE", "TRACK");

    static String method(String text) {
        String method = text.strip();
        String large = method.toUpperCase(Locale.ROOT);
        if (!TOKEN.matcher(method).matches() || WITHOUT_STREAM.contains(large)) {
            throw new IllegalArgumentException("expected a method whose answer is a stream, such as GET or POST");
        }
        return WRITTEN_LARGE.contains(large) ? large : method;
    }

    /** A header can carry no line break, and no id that a server sent holds NUL. */
    static String lastEventId(String text) {
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("expected the id of an event: one line without NUL");
        }
        return text;
    }

    /** Keeps the body out of logs: it may hold a credential. */
    @Override
    public String toString() {
        return method;
    }
}
