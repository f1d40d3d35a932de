package dev.signalbox.sse.bench;

import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.EventStreamParser.Item;
import java.io.InputStream;
import java.net.URI;

/** The parser of the console alone: where each event's data lies, without looking into it. */
final class SignalboxParser implements Subject {
    @Override
    public Reads reads() {
        return Reads.DATA;
    }

    @Override
    public void fromMemory(InputStream stream, Tally tally) throws Exception {
        EventStreamParser parser = new EventStreamParser(EventStreamParser.DEFAULT_MAX_EVENT_BYTES, "");
        while (parser.read(stream) >= 0) {
            count(parser, tally);
        }
    }

    @Override
    public void overHttp(URI address, Tally tally) throws Exception {
        EventStreamParser parser = new EventStreamParser(EventStreamParser.DEFAULT_MAX_EVENT_BYTES, "");
        LoopbackConnection.open(address, connection -> {
            while (connection.readInto(parser)) {
                count(parser, tally);
            }
        });
    }

    private static void count(EventStreamParser parser, Tally tally) {
        for (Item item = parser.next(); item != Item.NEED_BYTES; item = parser.next()) {
            if (item == Item.MESSAGE) {
                int length = parser.dataLength();
                tally.event(length, (char) parser.buffer()[parser.dataOffset() + length / 2]);
            }
        }
    }
}
