package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.KnownTexts.Known;
import dev.signalbox.sse.stream.ByteWords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of the usual form straight from their bytes: {@code orderUpdates}, orders of state, status and message, and
 * beside these any {@linkplain PlainJson plain} fields. It never says what is wrong: whatever is not of this form, be it
 * another good form or an error, is left to the JSON parser.
 */
final class PlainOrders {
    private static final int DEPTH = 3;
    private static final int MOST_IDS = 250_000;
    private static final int MOST_TEXTS = 10_000;

    private static final long UPDATES_BEGIN = word("\"orderUp");
    private static final long UPDATES_END = word("Updates\"");
    private static final int UPDATES_END_AT = "\"order".length();
    private static final int UPDATES_LENGTH = "\"orderUpdates\"".length();
    private static final long STATE = word("\"state\":");
    private static final long STATUS = word("\"status\"");
    private static final long MESSAGE = word("\"message");
    private static final char REPLACEMENT = '\uFFFD';

    // what a text would mean as a state or a status, stamped on it
    private static final int ASKED = 1;
    private static final int STATE_SETTLES = 2;
    private static final int STATUS_SETTLES = 4;
    private static final int FAILED = 8;

    private final String source;
    private final SettledRule rule;
    private final int mostOrders;
    private final boolean deepEnough;
    private final PlainJson json;
    private final KnownTexts ids = new KnownTexts(MOST_IDS);
    private final KnownTexts values = new KnownTexts(MOST_TEXTS);
    private final KnownTexts otherFieldsOfEvents = new KnownTexts(MOST_TEXTS);
    private final KnownTexts otherFieldsOfOrders = new KnownTexts(MOST_TEXTS);

    // names are stamped with the number of the object they were last seen in, and so known again within it
    private int events;
    private int orders;

    // the order being read
    private final Known missing = Known.alone("");
    private final Known none = Known.alone("");
    private Known state = missing;
    private Known status = missing;
    private Known message = missing;

    PlainOrders(String source, SettledRule rule, DecoderLimits limits) {
        this.source = source;
        this.rule = rule;
        this.mostOrders = limits.ordersPerEvent();
        this.deepEnough = limits.jsonDepth() >= DEPTH;
        this.json = new PlainJson(limits.textLength());
    }

    /**
     * Reads an event if it is of the usual form.
     *
     * @param into takes the orders; some may have been added even when it turns out to be another form
     * @return whether it was
     */
    boolean read(byte[] bytes, int offset, int length, Instant at, List<OrderEvent> into) {
        ids.renew();
        values.renew();
        otherFieldsOfEvents.renew();
        otherFieldsOfOrders.renew();
        events++;
        json.show(bytes, offset, length);
        return deepEnough && json.symbol('{') && eventFields(at, into) && json.symbol('}') && json.nothingElse();
    }

    private boolean eventFields(Instant at, List<OrderEvent> into) {
        boolean found = false;
        do {
            if (json.word() == UPDATES_BEGIN && json.wordAfter(UPDATES_END_AT) == UPDATES_END) {
                json.skip(UPDATES_LENGTH);
                if (found || !json.symbol(':') || !orders(at, into)) {
                    return false;
                }
                found = true;
            } else if (!otherField(otherFieldsOfEvents, events)) {
                return false;
            }
        } while (json.symbol(','));
        return found;
    }

    private boolean orders(Instant at, List<OrderEvent> into) {
        if (!json.symbol('{')) {
            return false;
        }
        if (json.symbol('}')) {
            return true;
        }
        for (int count = 0; count < mostOrders; count++) {
            Known id = name(ids, events);
            if (id == null || !json.symbol('{') || !orderFields()) {
                return false;
            }
            into.add(order(id.text, at));
            if (!json.symbol(',')) {
                return json.symbol('}');
            }
        }
        return false;
    }

    private OrderEvent order(String id, Instant at) {
        int both = (meaning(state) & STATE_SETTLES) | (meaning(status) & (STATUS_SETTLES | FAILED));
        boolean settled = (both & (STATE_SETTLES | STATUS_SETTLES)) == (STATE_SETTLES | STATUS_SETTLES);
        boolean failed = (both & FAILED) != 0;
        return new OrderEvent(source, id, state.text, status.text, message.text, settled, failed, at);
    }

    private int meaning(Known text) {
        if (text.stamp == 0) {
            text.stamp = ASKED
                    | (rule.states().contains(text.text) ? STATE_SETTLES : 0)
                    | (rule.statuses().contains(text.text) ? STATUS_SETTLES : 0)
                    | (rule.failed(text.text) ? FAILED : 0);
        }
        return text.stamp;
    }

    private boolean orderFields() {
        orders++;
        state = missing;
        status = missing;
        message = missing;
        if (json.symbol('}')) {
            return true;
        }
        do {
            if (!orderField()) {
                return false;
            }
        } while (json.symbol(','));
        return json.symbol('}');
    }

    private boolean orderField() {
        long name = json.word();
        if (name == STATE) {
            json.skip(ByteWords.BYTES);
            Known value = state == missing ? value() : null;
            state = value == null ? missing : value;
            return value != null;
        }
        if (name == STATUS) {
            json.skip(ByteWords.BYTES);
            Known value = status == missing && json.symbol(':') ? value() : null;
            status = value == null ? missing : value;
            return value != null;
        }
        if (name == MESSAGE && json.wordAfter(1) >>> 56 == '"') {
            json.skip(ByteWords.BYTES + 1);
            Known value = message == missing && json.symbol(':') ? value() : null;
            message = value == null ? missing : value;
            return value != null;
        }
        return otherField(otherFieldsOfOrders, orders);
    }

    private @Nullable Known value() {
        if (!json.symbol('"')) {
            return json.literal("null") ? none : null;
        }
        Known known = json.text(values);
        if (known != null) {
            return known;
        }
        String text = json.longText();
        return text == null ? null : Known.alone(text);
    }

    /** A field that is read only to see that it is well-formed. */
    private boolean otherField(KnownTexts names, int object) {
        Known name = name(names, object);
        return name != null
                && switch (name.text) {
                    // with a space before its colon it was not recognised
                    case "state", "status", "message", "orderUpdates" -> false;
                    default -> json.scalar();
                };
    }

    /** A name and the colon behind it; null if the object had the name before. */
    private @Nullable Known name(KnownTexts names, int object) {
        Known name = json.symbol('"') ? json.text(names) : null;
        // bytes that are no UTF-8 may differ and yet become the same text
        boolean good = name != null
                && name.stamp != object
                && (name.stamp != 0 || name.text.indexOf(REPLACEMENT) < 0)
                && json.symbol(':');
        if (name == null || !good) {
            return null;
        }
        name.stamp = object;
        return name;
    }

    private static long word(String text) {
        return ByteWords.at(text.getBytes(UTF_8), 0);
    }
}
