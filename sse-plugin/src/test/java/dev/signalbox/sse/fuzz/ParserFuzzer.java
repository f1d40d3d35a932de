package dev.signalbox.sse.fuzz;

import dev.signalbox.sse.stream.OpenParser;
import java.util.Arrays;
import java.util.List;

/** The first byte of an input says how the rest, a stream, comes in: in pieces how large, and under which limit. */
public final class ParserFuzzer {
    private static final int SMALL_LIMIT = 24;
    private static final int LARGE_LIMIT = 100_000;
    private static final int LARGE_LIMIT_BIT = 0x80;

    private ParserFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int limit = (input[0] & LARGE_LIMIT_BIT) == 0 ? SMALL_LIMIT : LARGE_LIMIT;
        int size = input[0] & (LARGE_LIMIT_BIT - 1);
        byte[] stream = Arrays.copyOfRange(input, 1, input.length);
        List<String> found = OpenParser.found(stream, limit, size == 0 ? input.length : size);
        List<String> expected = OpenParser.expected(stream, limit);
        if (!found.equals(expected)) {
            throw new AssertionError("found " + found + " and not " + expected);
        }
    }
}
