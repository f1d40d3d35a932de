package dev.signalbox.sse;

import dev.signalbox.sse.KnownTexts.Known;
import dev.signalbox.sse.stream.ByteWords;
import dev.signalbox.sse.stream.StreamText;
import org.jspecify.annotations.Nullable;

/**
 * Goes through JSON of a plain kind, straight in its bytes: texts without escapes, numbers without exponents. Each method
 * takes what it is named after, and white space before it; where something else comes it says so, and then there is no way
 * on. It may have accepted a part of what the JSON parser would refuse, but never a whole.
 */
final class PlainJson implements KnownTexts.Source {
    private static final int MOST_DIGITS = 18;
    private static final int WORD = ByteWords.BYTES;
    private static final long BACKSLASHES = ByteWords.each('\\');
    private static final long SECOND_BITS = ByteWords.each(2);
    private static final long ABOVE_SPACE = ByteWords.each(' ' + 1);
    private static final long[] HEADS = heads();

    private final int longestText;
    private byte[] bytes = {};
    private int next;
    private int end;

    // the text just read
    private int textStart;
    private int textEnd;

    PlainJson(int longestText) {
        this.longestText = longestText;
    }

    void show(byte[] from, int offset, int length) {
        bytes = from;
        next = offset;
        end = offset + length;
    }

    boolean symbol(int expected) {
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

    boolean nothingElse() {
        skipSpaces();
        return next == end;
    }

    /** The next eight bytes, which stay; 0 near the end, where nothing so long can follow. */
    long word() {
        skipSpaces();
        return end - next < WORD ? 0 : ByteWords.at(bytes, next);
    }

    /** Eight bytes from some bytes on; to be asked only when {@link #word} was not 0. */
    long wordAfter(int count) {
        return end - next < count + WORD ? 0 : ByteWords.at(bytes, next + count);
    }

    void skip(int count) {
        next += count;
    }

    /** A text behind its first quote. Null for one with an escape or too long to be known; it can then be read again. */
    @Nullable Known text(KnownTexts known) {
        if (next + KnownTexts.KEY_BYTES + WORD > bytes.length) {
            moveFromArrayEnd();
        }
        byte[] in = bytes;
        int i = next;
        long w0 = ByteWords.at(in, i);
        long w1 = ByteWords.at(in, i + WORD);
        long w2 = 0;
        long w3 = 0;
        long w4 = 0;
        long w5 = 0;
        // 16 bytes hold most ids, states and statuses; within them, and within the rest, the processor need not guess
        long ends = ends(w0) | ends(w1) << 8;
        if (ends == 0) {
            w2 = ByteWords.at(in, i + 2 * WORD);
            w3 = ByteWords.at(in, i + 3 * WORD);
            w4 = ByteWords.at(in, i + 4 * WORD);
            w5 = ByteWords.at(in, i + 5 * WORD);
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
                w0 & HEADS[length + 5 * WORD],
                w1 & HEADS[length + 4 * WORD],
                w2 & HEADS[length + 3 * WORD],
                w3 & HEADS[length + 2 * WORD],
                w4 & HEADS[length + WORD],
                w5 & HEADS[length],
                this);
        if (found != null) {
            next = textEnd + 1;
        }
        return found;
    }

    /** A text of any length behind its first quote. Null for one with an escape. */
    @Nullable String longText() {
        return pastText() ? text() : null;
    }

    /** The text just read. */
    @Override
    public String text() {
        return StreamText.of(bytes, textStart, textEnd - textStart);
    }

    /** Any value but an object or an array. */
    boolean scalar() {
        if (symbol('"')) {
            return pastText();
        }
        return switch (byteAt(next)) {
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        };
    }

    boolean literal(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (byteAt(next + i) != name.charAt(i)) {
                return false;
            }
        }
        next += name.length();
        return true;
    }

    private boolean number() {
        if (byteAt(next) == '-') {
            next++;
        }
        if (byteAt(next) == '0') {
            next++;
        } else if (!digits()) {
            return false;
        }
        if (byteAt(next) == '.') {
            next++;
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int start = next;
        while (byteAt(next) >= '0' && byteAt(next) <= '9') {
            next++;
        }
        return next > start && next - start <= MOST_DIGITS;
    }

    private boolean pastText() {
        for (int i = next; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                textStart = next;
                textEnd = i;
                next = i + 1;
                return textEnd - textStart <= longestText;
            }
            if (b == '\\' || (b >= 0 && b < ' ')) {
                return false;
            }
        }
        return false;
    }

    /** Words are read as a whole: the last bytes of an array move to where enough others follow. */
    private void moveFromArrayEnd() {
        int length = end - next;
        byte[] copy = new byte[length + 2 * KnownTexts.KEY_BYTES];
        System.arraycopy(bytes, next, copy, 0, length);
        show(copy, 0, length);
    }

    private void skipSpaces() {
        while (next < end && SliceStream.isJsonSpace(bytes[next])) {
            next++;
        }
    }

    private int byteAt(int index) {
        return index < end ? bytes[index] : 0;
    }

    /** A bit for each byte that ends a plain text; of these the lowest is reliable. */
    private static long ends(long word) {
        // with their second bit turned round, a quote and the control characters are all that is below 33
        long marks = ByteWords.below(word ^ SECOND_BITS, ABOVE_SPACE) | ByteWords.equal(word, BACKSLASHES);
        return ByteWords.bits(marks);
    }

    /** Masks for the words of a key, by how many bytes of a text are left for one, from 40 too few on. */
    private static long[] heads() {
        long[] heads = new long[KnownTexts.KEY_BYTES + 5 * WORD];
        for (int i = 0; i < heads.length; i++) {
            int count = i - 5 * WORD;
            heads[i] = count <= 0 ? 0 : count >= WORD ? -1 : ByteWords.head(-1, count);
        }
        return heads;
    }
}
