package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.stream.StreamText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders from JSON: events of the stream with {@link #decodeUpdate}, snapshots with {@link #decodeSnapshot}. Not
 * safe for use by several threads.
 *
 * <p>One streaming parser is kept over events. Order ids are JSON field names, and a new parser would learn them all
 * again: above some thousand ids that costs ten times the reading. What the parser knows only grows, so it is renewed
 * after a bounded number of names that were new, and dropped after input it could not read.
 */
final class OrderDecoder {
    private static final int MOST_NEW_NAMES = 250_000;
    private static final int RECENT_NAMES = 8_192;
    private static final String UPDATES = "orderUpdates";
    private static final int SHOWN_CHARACTERS = 60;
    private static final byte[] NOTHING = "{}  ".getBytes(UTF_8);

    private final JsonFactory factory;
    private final String source;
    private final SettledRule rule;
    private final DecoderLimits limits;
    private final PlainOrders plain;
    private final SliceStream slice = new SliceStream();
    private final BlankCheck rest = new BlankCheck();
    private final TextPool pool = new TextPool();
    private final @Nullable String[] recentNames = new @Nullable String[RECENT_NAMES];
    private @Nullable JsonParser kept;
    private int newNames;

    OrderDecoder(String source, SettledRule rule, DecoderLimits limits) {
        this.source = source;
        this.rule = rule;
        this.limits = limits;
        this.plain = new PlainOrders(source, rule, limits);
        this.factory = new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.jsonDepth())
                        .maxStringLength(limits.textLength())
                        .maxNameLength(limits.textLength())
                        .build())
                .build();
    }

    /**
     * Reads the data of one event.
     *
     * @param into takes the orders in the order they are written; left as it was unless true is returned
     * @return false when the data is JSON, but an object without {@code orderUpdates} or no object at all
     * @throws UnreadableOrdersException if the data cannot be read as orders
     */
    boolean decodeUpdate(byte[] bytes, int offset, int length, Instant at, List<OrderEvent> into)
            throws UnreadableOrdersException {
        int before = into.size();
        if (plain.read(bytes, offset, length, at, into)) {
            return true;
        }
        discard(into, before);
        try {
            return isAscii(bytes, offset, length)
                    ? readUpdate(bytes, offset, length, at, into)
                    : readRepaired(bytes, offset, length, at, into);
        } catch (IOException | IllegalStateException unreadable) {
            discard(into, before);
            throw unreadable(unreadable);
        } catch (UnreadableOrdersException unreadable) {
            discard(into, before);
            throw unreadable;
        }
    }

    /**
     * Reads a snapshot: an array of orders with their {@code orderId}, or the form of an event.
     *
     * @param into takes the orders
     * @throws UnreadableOrdersException if the document cannot be read as orders
     */
    void decodeSnapshot(byte[] document, Instant at, List<OrderEvent> into) throws UnreadableOrdersException {
        try (JsonParser json = factory.createParser(document)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    into.add(order(json, null, at));
                }
            } else if (first != JsonToken.START_OBJECT || !readObject(json, at, into, Integer.MAX_VALUE)) {
                throw new UnreadableOrdersException("it is neither an array of orders nor an object with " + UPDATES);
            }
            if (json.nextToken() != null) {
                throw trailing();
            }
        } catch (IOException | IllegalStateException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private boolean readUpdate(byte[] bytes, int offset, int length, Instant at, List<OrderEvent> into)
            throws IOException, UnreadableOrdersException {
        JsonParser json = kept != null ? kept : newParser();
        // until the whole event was read well, there is no parser to keep
        kept = null;
        slice.show(bytes, offset, length);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            if (json.nextToken() != null) {
                throw trailing();
            }
            return false;
        }
        boolean found = readObject(json, at, into, limits.ordersPerEvent());
        if (!restIsBlank(json)) {
            throw trailing();
        }
        if (newNames > MOST_NEW_NAMES) {
            newNames = 0;
            json.close();
        } else {
            kept = json;
        }
        return found;
    }

    /** A parser takes its first bytes for a sign of their encoding; so they are ours, and the encoding is UTF-8. */
    private JsonParser newParser() throws IOException {
        slice.show(NOTHING, 0, NOTHING.length);
        JsonParser json = factory.createParser(slice);
        json.nextToken();
        json.nextToken();
        return json;
    }

    /** Asking the parser for the next token would make it meet the end of the slice, after which it is of no more use. */
    private boolean restIsBlank(JsonParser json) throws IOException {
        rest.blank = true;
        json.releaseBuffered(rest);
        return rest.blank && slice.restIsBlank();
    }

    private boolean readObject(JsonParser json, Instant at, List<OrderEvent> into, int mostOrders)
            throws IOException, UnreadableOrdersException {
        boolean found = false;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (!name.equals(UPDATES)) {
                json.nextToken();
                json.skipChildren();
                continue;
            }
            found = true;
            int most = mostOrders > Integer.MAX_VALUE - into.size() ? Integer.MAX_VALUE : into.size() + mostOrders;
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableOrdersException(UPDATES + " is not an object");
            }
            for (String id = json.nextFieldName(); id != null; id = json.nextFieldName()) {
                if (into.size() == most) {
                    throw new UnreadableOrdersException("it holds more than " + mostOrders + " orders");
                }
                countNew(id);
                json.nextToken();
                into.add(order(json, id, at));
            }
        }
        return found;
    }

    private OrderEvent order(JsonParser json, @Nullable String key, Instant at)
            throws IOException, UnreadableOrdersException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableOrdersException(
                    (key == null ? "an order" : "order " + shown(key)) + " is not an object");
        }
        // a snapshot is refused as a whole, so it is read more kindly than an event, which is skipped alone
        boolean strict = key != null;
        String orderId = key;
        String state = "";
        String status = "";
        String message = "";
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "state" -> state = text(json, name, strict);
                case "status" -> status = text(json, name, strict);
                case "message" -> message = text(json, name, strict);
                case "orderId" -> {
                    if (key == null) {
                        orderId = text(json, name, false);
                    } else {
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (orderId == null || (key == null && orderId.isEmpty())) {
            throw new UnreadableOrdersException("an order has no orderId");
        }
        return new OrderEvent(
                source, orderId, state, status, message, rule.settled(state, status), rule.failed(status), at);
    }

    private String text(JsonParser json, String name, boolean strict) throws IOException, UnreadableOrdersException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> {
                char[] characters = json.getTextCharacters();
                int length = json.getTextLength();
                // Jackson looks at its own limit only when its buffer grows
                if (length > limits.textLength()) {
                    throw tooLong();
                }
                yield pool.text(characters, json.getTextOffset(), length);
            }
            case VALUE_NULL -> "";
            case START_OBJECT, START_ARRAY -> throw new UnreadableOrdersException(name + " is not a text");
            default -> {
                if (strict) {
                    throw new UnreadableOrdersException(name + " is not a text");
                }
                yield json.getText();
            }
        };
    }

    private void countNew(String name) {
        int slot = name.hashCode() & (RECENT_NAMES - 1);
        if (!name.equals(recentNames[slot])) {
            recentNames[slot] = name;
            newNames++;
        }
    }

    /** Java's decoder says what each malformed sequence becomes; the parser would refuse some and misread others. */
    private boolean readRepaired(byte[] bytes, int offset, int length, Instant at, List<OrderEvent> into)
            throws IOException, UnreadableOrdersException {
        byte[] repaired = StreamText.of(bytes, offset, length).getBytes(UTF_8);
        return readUpdate(repaired, 0, repaired.length, at, into);
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        int seen = 0;
        for (int i = offset; i < offset + length; i++) {
            seen |= bytes[i];
        }
        return seen >= 0;
    }

    private static void discard(List<OrderEvent> orders, int from) {
        orders.subList(from, orders.size()).clear();
    }

    private static String shown(String name) {
        return name.length() > SHOWN_CHARACTERS ? name.substring(0, SHOWN_CHARACTERS) + "…" : name;
    }

    private static UnreadableOrdersException trailing() {
        return new UnreadableOrdersException("there is something after the end of the JSON");
    }

    private UnreadableOrdersException tooLong() {
        return new UnreadableOrdersException("a text in it has more than " + limits.textLength() + " characters");
    }

    private UnreadableOrdersException unreadable(Exception fault) {
        if (fault instanceof StreamConstraintsException beyond) {
            String limit = beyond.getOriginalMessage();
            return limit.contains("depth")
                    ? new UnreadableOrdersException("it is nested deeper than " + limits.jsonDepth() + " levels")
                    : limit.startsWith("Number")
                            ? new UnreadableOrdersException("a number in it is too long")
                            : tooLong();
        }
        if (fault instanceof JsonEOFException) {
            return new UnreadableOrdersException("the JSON ends too early");
        }
        String reason = fault instanceof JsonProcessingException json ? json.getOriginalMessage() : fault.getMessage();
        if (reason != null && reason.startsWith("Duplicate ") && reason.endsWith("'")) {
            return new UnreadableOrdersException(
                    "it names " + shown(reason.substring(reason.indexOf('\'') + 1, reason.length() - 1)) + " twice");
        }
        return new UnreadableOrdersException("it is not valid JSON: " + reason);
    }

    /** Looks whether what is written to it is white space. */
    private static final class BlankCheck extends OutputStream {
        private boolean blank = true;

        @Override
        public void write(int b) {
            blank &= SliceStream.isJsonSpace(b);
        }
    }
}
