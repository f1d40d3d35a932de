package dev.signalbox.sse.stream;

import java.util.Arrays;
import java.util.List;

/** The parser and the obvious one beside it, for the fuzzer, which lives in a package of its own. */
public final class OpenParser {
    private OpenParser() {}

    /** What the parser finds when it is fed pieces of a size. */
    public static List<String> found(byte[] stream, int maxEventBytes, int pieceBytes) {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(maxEventBytes, ""));
        for (int from = 0; from < stream.length; from += pieceBytes) {
            parsed.feed(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + pieceBytes)));
        }
        return parsed.found();
    }

    /** What the obvious parser finds. */
    public static List<String> expected(byte[] stream, int maxEventBytes) {
        return new SlowEventStreamParser(maxEventBytes).parse(stream);
    }
}
