package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event stream as WHATWG HTML 9.2.5 and 9.2.6 define it, on bytes and incrementally: any split of the input
 * gives the same items. The caller pulls: {@link #next} until it says {@link Item#NEED_BYTES}, then {@link #read}, and so
 * on. What an item consists of is read through the accessors and is valid until the next call of either.
 *
 * <p>Works in one buffer of its own, which grows to at most about twice the size limit, and allocates nothing per event
 * except the strings it is asked for. Not safe for use by several threads.
 */
public final class EventStreamParser {
    /** How large the data of an event may be when nobody says. */
    public static final int DEFAULT_MAX_EVENT_BYTES = 16 * 1024 * 1024;

    /** A delay beyond this many milliseconds (almost 25 days) is taken as this. */
    public static final long MAX_RETRY_MILLIS = Integer.MAX_VALUE;

    private static final int LONGEST_FIELD_NAME = "retry: ".length();
    private static final byte[] DATA = "data".getBytes(UTF_8);
    private static final byte[] EVENT = "event".getBytes(UTF_8);
    private static final byte[] ID = "id".getBytes(UTF_8);
    private static final byte[] RETRY = "retry".getBytes(UTF_8);

    /** What {@link EventStreamParser#next} found. */
    public enum Item {
        /** An event: its data, type and last event id can be read. */
        MESSAGE,
        /** A comment line: its text can be read. */
        COMMENT,
        /** The server's wish for the reconnection time. */
        RETRY,
        /** A blank line that dispatched no event; the last event id may have changed. */
        BLANK,
        /** An event over the size limit ended here and was left out. Its id counts. */
        OVERSIZE,
        /** Everything read so far is consumed. */
        NEED_BYTES
    }

    private final int maxEventBytes;
    private final LineBuffer lines;

    // the event so far; its data is what the line buffer keeps
    private boolean oversize;
    private boolean dispatched;
    private boolean typeGiven;
    private boolean idGiven;
    private final CachedText type = new CachedText();
    private final CachedText idSoFar = new CachedText();

    // what the last item said
    private final CachedText lastEventId = new CachedText();
    private final CachedText messageType = new CachedText();
    private boolean messageTyped;
    private int commentStart;
    private int commentEnd;
    private long retryMillis;

    /**
     * Makes a parser for one stream.
     *
     * @param maxEventBytes the size above which the data of an event, or any single line, is skipped
     * @param lastEventId the id the stream was resumed from, which stays the last one until the server sends another;
     *     empty for none
     */
    public EventStreamParser(int maxEventBytes, String lastEventId) {
        this.maxEventBytes = maxEventBytes;
        this.lines = new LineBuffer(maxEventBytes + LONGEST_FIELD_NAME);
        this.idSoFar.set(lastEventId);
        this.lastEventId.set(lastEventId);
    }

    /**
     * Reads once from the stream, as many bytes as it offers. May block as the stream does.
     *
     * @param in the bytes as they come from the server, already uncompressed
     * @return how many bytes were read, or -1 at the end of the stream; an unfinished event is then discarded
     * @throws IOException if the stream throws it
     */
    public int read(InputStream in) throws IOException {
        forgetDispatched();
        return lines.read(in);
    }

    /**
     * Finds the next thing in what was read.
     *
     * @return what was found
     */
    public Item next() {
        forgetDispatched();
        while (true) {
            Item found = switch (lines.next()) {
                case NOTHING_YET -> Item.NEED_BYTES;
                case LINE -> line(lines.start, lines.end);
                case TOO_LONG -> lineTooLong();
            };
            if (found != null) {
                return found;
            }
        }
    }

    /**
     * The array that holds the data of a {@link Item#MESSAGE}.
     *
     * @return the parser's own buffer, only to be read
     */
    public byte[] buffer() {
        return lines.bytes;
    }

    /**
     * Where the data of a {@link Item#MESSAGE} begins in {@link #buffer}.
     *
     * @return an index
     */
    public int dataOffset() {
        return lines.keptStart;
    }

    /**
     * How long the data of a {@link Item#MESSAGE} is; several {@code data} lines are joined by LF.
     *
     * @return a number of bytes
     */
    public int dataLength() {
        return lines.keptEnd - lines.keptStart;
    }

    /**
     * The data of a {@link Item#MESSAGE} as text.
     *
     * @return the text; each malformed byte sequence is U+FFFD
     */
    public String data() {
        return StreamText.of(lines.bytes, lines.keptStart, dataLength());
    }

    /**
     * The type of a {@link Item#MESSAGE}.
     *
     * @return {@code message} when the server gave none
     */
    public String type() {
        String text = messageType.text();
        return text.isEmpty() ? "message" : text;
    }

    /**
     * The id of the last event whose blank line was seen: what a resumed stream would be asked to continue after.
     *
     * @return the id, empty for none; the same instance until it changes
     */
    public String lastEventId() {
        return lastEventId.text();
    }

    /**
     * The text of a {@link Item#COMMENT}.
     *
     * @return everything after the colon
     */
    public String comment() {
        return StreamText.of(lines.bytes, commentStart, commentEnd - commentStart);
    }

    /**
     * The reconnection time of a {@link Item#RETRY}.
     *
     * @return milliseconds, at most {@link #MAX_RETRY_MILLIS}
     */
    public long retryMillis() {
        return retryMillis;
    }

    /**
     * Whether the bytes read so far end between two events.
     *
     * @return false while an event or a line is unfinished
     */
    public boolean betweenEvents() {
        return lines.atLineStart() && !oversize && (!lines.keeping || dispatched);
    }

    private @Nullable Item line(int start, int end) {
        byte[] buffer = lines.bytes;
        if (start == end) {
            return blankLine();
        }
        if (end - start > DATA.length && buffer[start + DATA.length] == ':' && isName(DATA, start)) {
            int value = start + DATA.length + 1;
            appendData(value < end && buffer[value] == ' ' ? value + 1 : value, end);
            return null;
        }
        int nameEnd = start;
        while (nameEnd < end && buffer[nameEnd] != ':') {
            nameEnd++;
        }
        if (nameEnd == start) {
            commentStart = start + 1;
            commentEnd = end;
            return Item.COMMENT;
        }
        int value = Math.min(nameEnd + 1, end);
        if (value < end && buffer[value] == ' ') {
            value++;
        }
        return field(start, nameEnd, value, end);
    }

    private @Nullable Item field(int start, int nameEnd, int value, int end) {
        switch (nameEnd - start) {
            case 4 -> {
                if (isName(DATA, start)) {
                    appendData(value, end);
                }
            }
            case 2 -> {
                if (isName(ID, start) && !containsNul(value, end)) {
                    idSoFar.set(lines.bytes, value, end);
                    idGiven = true;
                }
            }
            case 5 -> {
                if (isName(EVENT, start)) {
                    type.set(lines.bytes, value, end);
                    typeGiven = true;
                } else if (isName(RETRY, start)) {
                    return retry(value, end);
                }
            }
            default -> {
                // an unknown field is ignored
            }
        }
        return null;
    }

    private boolean isName(byte[] name, int start) {
        for (int i = 0; i < name.length; i++) {
            if (lines.bytes[start + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean containsNul(int start, int end) {
        for (int i = start; i < end; i++) {
            if (lines.bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private void appendData(int value, int end) {
        if (oversize) {
            return;
        }
        long length = end - value + (lines.keeping ? dataLength() + 1L : 0);
        if (length > maxEventBytes) {
            skipEvent();
        } else if (lines.keeping) {
            lines.append(value, end);
        } else {
            lines.keep(value, end);
        }
    }

    /** A comment that is too long is no loss; without any other line the event would be another one. */
    private @Nullable Item lineTooLong() {
        if (lines.firstByteSkipped != ':') {
            skipEvent();
        }
        return null;
    }

    private void skipEvent() {
        oversize = true;
        lines.forget();
    }

    private @Nullable Item retry(int start, int end) {
        if (start == end) {
            return null;
        }
        long millis = 0;
        for (int i = start; i < end; i++) {
            int digit = lines.bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            millis = Math.min(millis * 10 + digit, MAX_RETRY_MILLIS);
        }
        retryMillis = millis;
        return Item.RETRY;
    }

    private Item blankLine() {
        if (idGiven) {
            idGiven = false;
            lastEventId.set(idSoFar);
        }
        Item found = Item.BLANK;
        if (oversize) {
            oversize = false;
            found = Item.OVERSIZE;
        } else if (lines.keeping) {
            dispatched = true;
            found = Item.MESSAGE;
        }
        if (typeGiven || messageTyped) {
            messageType.set(type);
            type.clear();
            messageTyped = typeGiven;
            typeGiven = false;
        }
        return found;
    }

    private void forgetDispatched() {
        if (dispatched) {
            dispatched = false;
            lines.forget();
        }
    }
}
