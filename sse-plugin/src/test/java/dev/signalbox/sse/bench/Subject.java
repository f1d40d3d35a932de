package dev.signalbox.sse.bench;

import java.io.InputStream;
import java.net.URI;
import java.util.List;

/** Something that reads event streams. Each run reads one stream to its end. */
interface Subject {
    /** How far it goes. */
    enum Reads {
        BYTES,
        DATA,
        ORDERS
    }

    Reads reads();

    /** Reads a stream that comes from memory. */
    void fromMemory(InputStream stream, Tally tally) throws Exception;

    /** Reads a stream over HTTP. */
    void overHttp(URI address, Tally tally) throws Exception;

    static List<String> of(String payload, String feed) {
        if (!payload.equals(Payload.PARSE_ONLY)) {
            return List.of("signalbox", "okhttp-sse", "okhttp-eventsource");
        }
        return feed.equals("memory")
                ? List.of("signalbox", "okhttp-sse", "newline-scan")
                : List.of("signalbox", "okhttp-sse", "newline-scan", "drain");
    }

    static Subject named(String name, Payload payload) {
        boolean parseOnly = payload.parseOnly();
        return switch (name) {
            case "signalbox" -> parseOnly ? new SignalboxParser() : new Signalbox();
            case "okhttp-sse" -> new OkHttpSse(parseOnly);
            case "okhttp-eventsource" -> new OkHttpEventSource();
            case "newline-scan" -> new RawRead(true, payload);
            case "drain" -> new RawRead(false, payload);
            default -> throw new IllegalArgumentException("There is no subject " + name + ".");
        };
    }
}
