package dev.signalbox.host.order;

import java.time.Instant;

/**
 * Packs what a row is sorted by into three numbers, so that comparing rows is comparing numbers nearly always. Column after
 * column goes into 191 bits from the left; what no longer fits, or cannot be told in few bits, is left to the full
 * comparison.
 *
 * <p>Of two keys that differ in these bits the smaller belongs to the row that comes first. Two keys alike belong to rows
 * alike in every column sorted by, unless one of them {@linkplain #isPartial says} that there is more to compare. Numbers
 * compare as signed ones.
 */
final class SortKey {
    private static final int ROOM = 191;
    private static final int CODE_BITS = 6;
    private static final int SPELLING_BITS = 2;
    private static final int DIGIT_BITS = 4;
    private static final int MOST_DIGITS = 14;

    private static final int END = 0;
    private static final int BELOW = 1;
    private static final int ABOVE = 63;
    private static final int NUMBER;
    private static final byte[] CODES = new byte[NaturalOrder.FIRST_BEYOND_ASCII];

    static {
        int code = BELOW;
        int number = 0;
        for (char c = 0; c < CODES.length; c++) {
            if (c < ' ') {
                CODES[c] = BELOW;
            } else if (NaturalOrder.isDigit(c)) {
                number = c == '0' ? ++code : number;
                CODES[c] = (byte) number;
            } else if (c > 'z') {
                CODES[c] = ABOVE;
            } else if (c < 'A' || c > 'Z') {
                CODES[c] = (byte) ++code;
            }
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            CODES[c] = CODES[NaturalOrder.folded(c)];
        }
        NUMBER = number;
    }

    private long high;
    private long middle;
    private long low;
    private int used;
    private boolean partial;
    private long flip;

    /** Works out the key of a row. */
    void take(OrderRow row, RowOrder order) {
        begin();
        int told = order.told();
        for (int i = 0; i < told; i++) {
            RowOrder.Key key = order.keys().get(i);
            flip = key.descending() ? -1 : 0;
            key.column().pack(row, this);
            if (partial) {
                break;
            }
        }
    }

    /** Works out the key of an id as such, before it has a label; ids are told apart by their spelling too. */
    void id(String id) {
        begin();
        flip = 0;
        text(id);
        int spelling = NaturalOrder.spelling(id);
        put(spelling, SPELLING_BITS);
        partial |= spelling == NaturalOrder.OTHERWISE;
    }

    long high() {
        return high ^ Long.MIN_VALUE;
    }

    long middle() {
        return middle ^ Long.MIN_VALUE;
    }

    /** Its lowest bit tells of more to compare. */
    long low() {
        return (low | (partial ? 1 : 0)) ^ Long.MIN_VALUE;
    }

    static boolean isPartial(long low) {
        return (low & 1) != 0;
    }

    /** As {@link NaturalOrder#compareLetters} compares. */
    void text(String text) {
        // Several letters are put at once: one by one costs most of what a key costs.
        long letters = 0;
        int bits = 0;
        int i = 0;
        while (i < text.length() && !partial) {
            char c = text.charAt(i);
            if (NaturalOrder.isDigit(c)) {
                put(letters, bits);
                letters = 0;
                bits = 0;
                int start = NaturalOrder.afterZeros(text, i);
                i = NaturalOrder.afterDigits(text, start);
                number(text, start, i);
                continue;
            }
            char folded = c < CODES.length ? c : NaturalOrder.folded(c);
            int code = folded < CODES.length ? CODES[folded] : ABOVE;
            letters = letters << CODE_BITS | code;
            bits += CODE_BITS;
            boolean beyond = code == ABOVE || code == BELOW;
            if (beyond || bits + CODE_BITS >= Long.SIZE) {
                put(letters, bits);
                letters = 0;
                bits = 0;
                partial |= beyond;
            }
            i++;
        }
        put(letters << CODE_BITS | END, bits + CODE_BITS);
    }

    void instant(Instant at) {
        long seconds = at.getEpochSecond();
        int nano = at.getNano();
        boolean never = at.equals(Instant.MIN) || at.equals(Instant.MAX);
        if (never || Math.abs(seconds) > Long.MAX_VALUE / 1_000_000_000 - 1) {
            number(seconds < 0 ? (never ? Long.MIN_VALUE : Long.MIN_VALUE + 1) : Long.MAX_VALUE - (never ? 0 : 1));
            partial |= !never;
        } else {
            number(seconds * 1_000_000_000 + nano);
        }
    }

    /** The later the smaller. */
    void sooner(Instant at) {
        flip = ~flip;
        instant(at);
        flip = ~flip;
    }

    void number(long number) {
        put(number ^ Long.MIN_VALUE, Long.SIZE);
    }

    void small(int number, int bits) {
        put(number, bits);
    }

    private void begin() {
        high = 0;
        middle = 0;
        low = 0;
        used = 0;
        partial = false;
    }

    /** The longer of two numbers is the greater; only of those alike in length the digits count. */
    private void number(String text, int from, int to) {
        int length = to - from;
        put((long) NUMBER << DIGIT_BITS | Math.min(length, MOST_DIGITS + 1), CODE_BITS + DIGIT_BITS);
        if (length > MOST_DIGITS) {
            partial = true;
        }
        if (partial) {
            return;
        }
        long digits = 0;
        for (int i = from; i < to; i++) {
            digits = digits << DIGIT_BITS | (text.charAt(i) - '0');
        }
        put(digits, length * DIGIT_BITS);
    }

    private void put(long value, int bits) {
        if (partial) {
            return;
        }
        long code = bits == Long.SIZE ? value ^ flip : (value ^ flip) & ((1L << bits) - 1);
        int room = ROOM - used;
        int fit = Math.min(bits, room);
        partial = fit < bits;
        if (fit == 0) {
            return;
        }
        code >>>= bits - fit;
        int within = used & (Long.SIZE - 1);
        int over = within + fit - Long.SIZE;
        if (over <= 0) {
            or(used, code << -over);
        } else {
            or(used, code >>> over);
            or(used + Long.SIZE, code << (Long.SIZE - over));
        }
        used += fit;
    }

    private void or(int place, long bits) {
        switch (place / Long.SIZE) {
            case 0 -> high |= bits;
            case 1 -> middle |= bits;
            default -> low |= bits;
        }
    }
}
