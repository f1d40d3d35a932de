package dev.signalbox.host.order;

import java.time.Instant;

/** Reads changes as {@link ChangeWriter} wrote them, or passes over them. */
final class ChangeReader {
    private static final long NANO_MASK = (1L << ChangeForm.NANO_BITS) - 1;

    private final byte[] log;
    private final int end;
    private final CommonWords words;
    private int at;

    ChangeReader(byte[] log, int start, int end, CommonWords words) {
        this.log = log;
        this.at = start;
        this.end = end;
        this.words = words;
    }

    /** Where it stands. */
    int at() {
        return at;
    }

    /** The next change, with its repeats. */
    RowChange next() {
        int tag = log[at++];
        Instant time = time(tag);
        RowChange change =
                new RowChange(time, text(), text(), text(), ChangeForm.MEANINGS.get(tag & ChangeForm.MEANING), 0, time);
        if (at < end && (log[at] & ChangeForm.REPEAT) != 0) {
            int repeat = log[at++];
            Instant last = time(repeat);
            return change.repeated(number(), last);
        }
        return change;
    }

    /** Passes over the next change and its repeats. */
    void skip() {
        skipTime();
        skipText();
        skipText();
        skipText();
        if (at < end && (log[at] & ChangeForm.REPEAT) != 0) {
            skipTime();
            number();
        }
    }

    private Instant time(int tag) {
        if ((tag & ChangeForm.FAR_TIME) != 0) {
            long second = bytes(8);
            return Instant.ofEpochSecond(second, bytes(4));
        }
        long packed = bytes(8);
        return Instant.ofEpochSecond(packed >>> ChangeForm.NANO_BITS, packed & NANO_MASK);
    }

    private void skipTime() {
        int tag = log[at++];
        at += (tag & ChangeForm.FAR_TIME) != 0 ? 12 : 8;
    }

    private long bytes(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (log[at++] & 0xffL) << (8 * i);
        }
        return value;
    }

    private String text() {
        int number = number();
        if ((number & ChangeForm.COMMON_WORD) != 0) {
            return words.word(number >>> 1);
        }
        int stop = at + (number >>> 1);
        StringBuilder text = new StringBuilder(number >>> 1);
        while (at < stop) {
            text.append(character());
        }
        return text.toString();
    }

    private void skipText() {
        int number = number();
        if ((number & ChangeForm.COMMON_WORD) == 0) {
            at += number >>> 1;
        }
    }

    private char character() {
        int first = log[at++];
        if (first >= 0) {
            return (char) first;
        }
        if ((first & 0x20) == 0) {
            return (char) (((first & 0x1f) << 6) | (log[at++] & 0x3f));
        }
        int middle = log[at++] & 0x3f;
        return (char) (((first & 0x0f) << 12) | (middle << 6) | (log[at++] & 0x3f));
    }

    private int number() {
        int number = 0;
        int shift = 0;
        int next;
        do {
            next = log[at++];
            number |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }
}
