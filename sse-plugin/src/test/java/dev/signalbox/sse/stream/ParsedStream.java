package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Feeds a parser in pieces and writes down what it finds. */
final class ParsedStream {
    private final EventStreamParser parser;
    private final List<String> found = new ArrayList<>();

    ParsedStream(EventStreamParser parser) {
        this.parser = parser;
    }

    static List<String> items(String... pieces) {
        ParsedStream parsed = new ParsedStream(new EventStreamParser(EventStreamParser.DEFAULT_MAX_EVENT_BYTES, ""));
        for (String piece : pieces) {
            parsed.feed(piece);
        }
        return parsed.found();
    }

    /** Only events, each as its data. */
    static List<String> data(String... pieces) {
        return items(pieces).stream()
                .filter(item -> item.startsWith("message "))
                .map(item -> item.replaceFirst("(?s)^message .*? id=[^ ]* ", ""))
                .toList();
    }

    ParsedStream feed(String piece) {
        return feed(piece.getBytes(UTF_8));
    }

    ParsedStream feed(byte[] piece) {
        ByteArrayInputStream in = new ByteArrayInputStream(piece);
        try {
            while (parser.read(in) >= 0) {
                drain();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    List<String> found() {
        return found;
    }

    private void drain() {
        while (true) {
            switch (parser.next()) {
                case MESSAGE ->
                    found.add("message " + parser.type() + " id=" + parser.lastEventId() + " " + parser.data());
                case COMMENT -> found.add("comment " + parser.comment());
                case RETRY -> found.add("retry " + parser.retryMillis());
                case BLANK -> found.add("blank id=" + parser.lastEventId());
                case OVERSIZE -> found.add("oversize id=" + parser.lastEventId());
                case NEED_BYTES -> {
                    return;
                }
            }
        }
    }
}
