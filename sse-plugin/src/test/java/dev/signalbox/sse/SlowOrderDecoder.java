package dev.signalbox.sse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.stream.SlowUtf8;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an event of order updates means, written down as slowly and obviously as possible: over a tree of its JSON. */
final class SlowOrderDecoder {
    /** What the decoder says when it has no orders to give. */
    static final String UNREADABLE = "unreadable";

    /** What stands for JSON without {@code orderUpdates}. */
    static final String NO_UPDATES = "no updates";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String source;
    private final SettledRule rule;

    SlowOrderDecoder(String source, SettledRule rule) {
        this.source = source;
        this.rule = rule;
    }

    /** Gives the orders as text, {@link #UNREADABLE} or {@link #NO_UPDATES}. */
    String decode(byte[] data, Instant at) {
        try {
            return orders(MAPPER.readTree(SlowUtf8.decode(data)), at);
        } catch (JsonProcessingException | NoSuchFieldException unreadable) {
            return UNREADABLE;
        }
    }

    private String orders(JsonNode message, Instant at) throws NoSuchFieldException {
        JsonNode updates = message.path("orderUpdates");
        if (updates.isMissingNode()) {
            return NO_UPDATES;
        }
        List<OrderEvent> orders = new ArrayList<>();
        for (Map.Entry<String, JsonNode> update : object(updates).properties()) {
            JsonNode order = object(update.getValue());
            String state = text(order, "state");
            String status = text(order, "status");
            orders.add(new OrderEvent(
                    source,
                    update.getKey(),
                    state,
                    status,
                    text(order, "message"),
                    rule.settled(state, status),
                    rule.failed(status),
                    at));
        }
        return orders.toString();
    }

    private static JsonNode object(JsonNode node) throws NoSuchFieldException {
        if (!node.isObject()) {
            throw new NoSuchFieldException();
        }
        return node;
    }

    private static String text(JsonNode order, String field) throws NoSuchFieldException {
        JsonNode value = order.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new NoSuchFieldException(field);
        }
        return value.asText();
    }
}
