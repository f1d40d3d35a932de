package dev.signalbox.sse.bench;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.OpenDecoder;
import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.EventStreamParser.Item;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The parser and the decoder of the console, one of each a stream, as a session has them. */
final class Signalbox implements Subject {
    @Override
    public Reads reads() {
        return Reads.ORDERS;
    }

    @Override
    public void fromMemory(InputStream stream, Tally tally) throws Exception {
        EventStreamParser parser = new EventStreamParser(EventStreamParser.DEFAULT_MAX_EVENT_BYTES, "");
        read(parser, () -> parser.read(stream) >= 0, tally);
    }

    @Override
    public void overHttp(URI address, Tally tally) throws Exception {
        EventStreamParser parser = new EventStreamParser(EventStreamParser.DEFAULT_MAX_EVENT_BYTES, "");
        LoopbackConnection.open(address, connection -> read(parser, () -> connection.readInto(parser), tally));
    }

    private static void read(EventStreamParser parser, Reading more, Tally tally) throws Exception {
        OpenDecoder decoder = new OpenDecoder();
        List<OrderEvent> orders = new ArrayList<>();
        while (more.read()) {
            Instant now = Instant.now();
            for (Item item = parser.next(); item != Item.NEED_BYTES; item = parser.next()) {
                if (item == Item.MESSAGE) {
                    decoder.decode(parser, now, orders);
                    tally.event();
                    for (int i = 0; i < orders.size(); i++) {
                        OrderEvent order = orders.get(i);
                        tally.order(order.orderId(), order.state(), order.status(), order.message());
                    }
                    orders.clear();
                }
            }
        }
    }

    /** Brings more bytes. */
    interface Reading {
        boolean read() throws Exception;
    }
}
