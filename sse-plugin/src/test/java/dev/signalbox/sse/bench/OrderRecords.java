package dev.signalbox.sse.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;

/** Jackson databind into records, the usual way and reused over events: what the peers' listeners do with data. */
final class OrderRecords {
    private static final ObjectReader READER = new ObjectMapper().readerFor(Message.class);

    private OrderRecords() {}

    /** What the data of an event is. */
    record Message(Map<String, Order> orderUpdates) {}

    /** What is known of an order. */
    record Order(String state, String status, String message) {}

    static void read(String data, Tally tally) throws JsonProcessingException {
        Message message = READER.readValue(data);
        tally.event();
        for (Map.Entry<String, Order> entry : message.orderUpdates().entrySet()) {
            Order order = entry.getValue();
            tally.order(entry.getKey(), order.state(), order.status(), order.message());
        }
    }
}
