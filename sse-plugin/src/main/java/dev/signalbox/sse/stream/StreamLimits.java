package dev.signalbox.sse.stream;

/**
 * What a server may ask of the transport.
 *
 * @param headerBytes how long one line of an answer's head may be; it may have {@value #MAX_HEADER_LINES} lines
 * @param redirects how many redirects in a row are followed; zero for none
 */
public record StreamLimits(int headerBytes, int redirects) {
    /** What holds when nobody says. */
    public static final StreamLimits DEFAULT = new StreamLimits(64 * 1024, 10);

    static final int MAX_HEADER_LINES = 200;
}
