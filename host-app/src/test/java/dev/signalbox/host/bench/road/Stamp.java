package dev.signalbox.host.bench.road;

/**
 * What the message of an order says: the number of the update and when the server wrote it.
 *
 * @param number counts over all orders
 * @param nanos by the server's {@link System#nanoTime}
 */
record Stamp(long number, long nanos) {

    String text() {
        return number + " " + nanos;
    }

    /** Whether a text is a stamp at all. */
    static boolean isIn(String text) {
        int blank = text.indexOf(' ');
        return blank > 0 && digits(text, 0, blank) && digits(text, blank + 1, text.length());
    }

    static Stamp of(String text) {
        int blank = text.indexOf(' ');
        return new Stamp(Long.parseLong(text, 0, blank, 10), Long.parseLong(text, blank + 1, text.length(), 10));
    }

    private static boolean digits(String text, int from, int to) {
        return from < to && text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
