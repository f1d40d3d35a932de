package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.sse.KnownTexts.Known;
import dev.signalbox.sse.stream.ByteWords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of the usual form straight from their bytes: {@code orderUpdates} and nothing else, orders of state, status
 * and message and nothing else, each at most once, texts without escapes. It never says what is wrong: whatever is not of
 * this form, be it another good form or an error, is left to the JSON parser.
 */
final class PlainOrders implements KnownTexts.Source {
    private static final int DEPTH = 3;
    private static final int MOST_IDS = 250_000;
    private static final int MOST_TEXTS = 10_000;

    private static final long UPDATES_BEGIN = word("\"orderUp");
    private static final long UPDATES_END = word("Updates\"");
    private static final int UPDATES_LENGTH = "\"orderUpdates\"".length();
    private static final long STATE = word("\"state\":");
    private static final long STATUS = word("\"status\"");
    private static final long MESSAGE = word("\"message");
    private static final long BACKSLASHES = ByteWords.each('\\');
    private static final long SECOND_BITS = ByteWords.each(2);
    private static final long ABOVE_SPACE = ByteWords.each(' ' + 1);
    private static final long[] HEADS = heads();

    private static final char REPLACEMENT = '\uFFFD';
    private static final int ASKED = 1;
    private static final int STATE_SETTLES = 2;
    private static final int STATUS_SETTLES = 4;
    private static final int FAILED = 8;

    private final String source;
    private final SettledRule rule;
    private final int mostOrders;
    private final int longestText;
    private final boolean deepEnough;
    private final KnownTexts ids = new KnownTexts(MOST_IDS);
    private final KnownTexts texts = new KnownTexts(MOST_TEXTS);
    private int event;

    // the event being read
    private byte[] bytes = {};
    private int next;
    private int end;

    // the order being read
    private final Known missing = Known.alone("");
    private final Known none = Known.alone("");
    private Known state = missing;
    private Known status = missing;
    private Known message = missing;

    // the text just read
    private int textStart;
    private int textEnd;

    PlainOrders(String source, SettledRule rule, DecoderLimits limits) {
        this.source = source;
        this.rule = rule;
        this.mostOrders = limits.ordersPerEvent();
        this.longestText = limits.textLength();
        this.deepEnough = limits.jsonDepth() >= DEPTH;
    }

    /**
     * Reads an event if it is of the usual form.
     *
     * @param into takes the orders; some may have been added even when it turns out to be another form
     * @return whether it was
     */
    boolean read(byte[] from, int offset, int length, Instant at, List<OrderEvent> into) {
        ids.renew();
        texts.renew();
        event++;
        bytes = from;
        next = offset;
        end = offset + length;
        return deepEnough && opening() && orders(at, into) && symbol('}') && nothingElse();
    }

    private boolean opening() {
        if (!symbol('{')) {
            return false;
        }
        skipSpaces();
        int name = next;
        if (end - name < UPDATES_LENGTH
                || ByteWords.at(bytes, name) != UPDATES_BEGIN
                || ByteWords.at(bytes, name + UPDATES_LENGTH - ByteWords.BYTES) != UPDATES_END) {
            return false;
        }
        next = name + UPDATES_LENGTH;
        return symbol(':') && symbol('{');
    }

    private boolean orders(Instant at, List<OrderEvent> into) {
        if (symbol('}')) {
            return true;
        }
        for (int count = 0; count < mostOrders; count++) {
            Known id = symbol('"') ? text(ids) : null;
            if (id == null || !isNew(id) || !symbol(':') || !symbol('{') || !fields()) {
                return false;
            }
            id.stamp = event;
            into.add(order(id.text, at));
            if (!symbol(',')) {
                return symbol('}');
            }
        }
        return false;
    }

    /** Bytes that are no UTF-8 may differ and yet become the same text. */
    private boolean isNew(Known id) {
        return id.stamp != event && (id.stamp != 0 || id.text.indexOf(REPLACEMENT) < 0);
    }

    private OrderEvent order(String id, Instant at) {
        int both = (meaning(state) & STATE_SETTLES) | (meaning(status) & (STATUS_SETTLES | FAILED));
        boolean settled = (both & (STATE_SETTLES | STATUS_SETTLES)) == (STATE_SETTLES | STATUS_SETTLES);
        boolean failed = (both & FAILED) != 0;
        return new OrderEvent(source, id, state.text, status.text, message.text, settled, failed, at);
    }

    /** What a text would mean as a state or a status is asked once and then stamped on it. */
    private int meaning(Known text) {
        if (text.stamp == 0) {
            text.stamp = ASKED
                    | (rule.states().contains(text.text) ? STATE_SETTLES : 0)
                    | (rule.statuses().contains(text.text) ? STATUS_SETTLES : 0)
                    | (rule.failed(text.text) ? FAILED : 0);
        }
        return text.stamp;
    }

    private boolean fields() {
        state = missing;
        status = missing;
        message = missing;
        if (symbol('}')) {
            return true;
        }
        do {
            if (!field()) {
                return false;
            }
        } while (symbol(','));
        return symbol('}');
    }

    private boolean field() {
        skipSpaces();
        if (end - next < ByteWords.BYTES) {
            return false;
        }
        long name = ByteWords.at(bytes, next);
        next += ByteWords.BYTES;
        if (name == STATE) {
            Known value = state == missing ? value() : null;
            state = value == null ? missing : value;
            return value != null;
        }
        if (name == STATUS) {
            Known value = status == missing && symbol(':') ? value() : null;
            status = value == null ? missing : value;
            return value != null;
        }
        if (name == MESSAGE) {
            Known value = message == missing && symbol('"') && symbol(':') ? value() : null;
            message = value == null ? missing : value;
            return value != null;
        }
        return false;
    }

    /** Reads a text up to the quote that ends it. Null for one with an escape, and for one too long to be known. */
    private @Nullable Known text(KnownTexts known) {
        byte[] in = bytes;
        int i = next;
        if (i + KnownTexts.KEY_BYTES + ByteWords.BYTES > in.length) {
            moveFromArrayEnd();
            in = bytes;
            i = next;
        }
        long w0 = ByteWords.at(in, i);
        long w1 = ByteWords.at(in, i + 8);
        long w2 = 0;
        long w3 = 0;
        long w4 = 0;
        long w5 = 0;
        // 16 bytes hold most ids, states and statuses; within them, and within the rest, nothing has to be guessed
        long ends = ends(w0) | ends(w1) << 8;
        if (ends == 0) {
            w2 = ByteWords.at(in, i + 16);
            w3 = ByteWords.at(in, i + 24);
            w4 = ByteWords.at(in, i + 32);
            w5 = ByteWords.at(in, i + 40);
            ends = ends(w2) << 16 | ends(w3) << 24 | ends(w4) << 32 | ends(w5) << 40;
            if (ends == 0) {
                return null;
            }
        }
        int length = Long.numberOfTrailingZeros(ends);
        if (i + length >= end || in[i + length] != '"' || length > longestText) {
            return null;
        }
        textStart = i;
        textEnd = i + length;
        Known found = known.find(
                w0 & HEADS[length + 40],
                w1 & HEADS[length + 32],
                w2 & HEADS[length + 24],
                w3 & HEADS[length + 16],
                w4 & HEADS[length + 8],
                w5 & HEADS[length],
                this);
        if (found != null) {
            next = textEnd + 1;
        }
        return found;
    }

    @Override
    public String text() {
        return new String(bytes, textStart, textEnd - textStart, UTF_8);
    }

    private @Nullable Known value() {
        if (!symbol('"')) {
            return isNull() ? none : null;
        }
        Known known = text(texts);
        return known == null ? longText() : known;
    }

    private boolean isNull() {
        boolean isNull =
                byteAt(next) == 'n' && byteAt(next + 1) == 'u' && byteAt(next + 2) == 'l' && byteAt(next + 3) == 'l';
        next += isNull ? 4 : 0;
        return isNull;
    }

    /** A text that is too long to be known. */
    private @Nullable Known longText() {
        int start = next;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                next = i + 1;
                return i - start > longestText ? null : Known.alone(new String(bytes, start, i - start, UTF_8));
            }
            if (b == '\\' || (b >= 0 && b < ' ')) {
                return null;
            }
        }
        return null;
    }

    /** Words are read as a whole: the last bytes of the array move to where enough others follow. */
    private void moveFromArrayEnd() {
        int length = end - next;
        byte[] copy = new byte[length + 2 * KnownTexts.KEY_BYTES];
        System.arraycopy(bytes, next, copy, 0, length);
        bytes = copy;
        next = 0;
        end = length;
    }

    /** A bit for each byte that ends a plain text; of these the lowest is reliable. */
    private static long ends(long word) {
        // with their second bit turned round, a quote and the control characters are all that is below 33
        long marks = ByteWords.below(word ^ SECOND_BITS, ABOVE_SPACE) | ByteWords.equal(word, BACKSLASHES);
        return ByteWords.bits(marks);
    }

    private boolean symbol(int expected) {
        int b = byteAt(next);
        if (b != expected) {
            if (b > ' ') {
                return false;
            }
            skipSpaces();
            if (byteAt(next) != expected) {
                return false;
            }
        }
        next++;
        return true;
    }

    private boolean nothingElse() {
        skipSpaces();
        return next == end;
    }

    private void skipSpaces() {
        while (next < end && SliceStream.isJsonSpace(bytes[next])) {
            next++;
        }
    }

    private int byteAt(int index) {
        return index < end ? bytes[index] : 0;
    }

    /** Masks for a word of which a text has from 40 bytes too few up to all eight, and more. */
    private static long[] heads() {
        long[] heads = new long[KnownTexts.KEY_BYTES + 40];
        for (int i = 0; i < heads.length; i++) {
            int count = i - 40;
            heads[i] = count <= 0 ? 0 : count >= ByteWords.BYTES ? -1 : ByteWords.head(-1, count);
        }
        return heads;
    }

    private static long word(String text) {
        return ByteWords.at(text.getBytes(UTF_8), 0);
    }
}
