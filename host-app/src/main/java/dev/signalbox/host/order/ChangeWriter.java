package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;

/** Writes one change after the other into the same buffer, from where it is copied. Belongs to the thread that records. */
final class ChangeWriter {
    private static final int USUAL = 64 << 10;

    /** Beyond the characters of the texts: tag, time, and what stands before each text. */
    private static final int BESIDE_TEXTS = 1 + 12 + 3 * 5;

    private final CommonWords words;
    private byte[] buffer = new byte[USUAL];
    private int length;

    ChangeWriter(CommonWords words) {
        this.words = words;
    }

    int length() {
        return length;
    }

    void copyTo(byte[] log, int at) {
        System.arraycopy(buffer, 0, log, at, length);
    }

    /** False for an event so long that it is better not kept than kept. */
    boolean write(WorkEvent event, int longest) {
        long characters = (long) event.state().length()
                + event.status().length()
                + event.message().length();
        long needed = BESIDE_TEXTS + 3 * characters;
        if (needed > longest) {
            return false;
        }
        begin((int) needed);
        time(ChangeForm.MEANINGS.indexOf(Meaning.of(event)), event.at());
        word(event.state());
        word(event.status());
        text(event.message());
        return true;
    }

    void writeRepeat(int repeats, Instant last) {
        begin(BESIDE_TEXTS);
        time(ChangeForm.REPEAT, last);
        number(repeats);
    }

    private void begin(int needed) {
        length = 0;
        if (needed > buffer.length || buffer.length > USUAL) {
            buffer = new byte[Math.max(needed, USUAL)];
        }
    }

    private void time(int tag, Instant time) {
        long second = time.getEpochSecond();
        int nano = time.getNano();
        boolean far = second < 0 || second >= ChangeForm.LAST_NEAR_SECOND;
        buffer[length++] = (byte) (far ? tag | ChangeForm.FAR_TIME : tag);
        if (far) {
            bytes(second, 8);
            bytes(nano, 4);
        } else {
            bytes((second << ChangeForm.NANO_BITS) | nano, 8);
        }
    }

    private void bytes(long value, int count) {
        for (int i = 0; i < count; i++) {
            buffer[length++] = (byte) (value >>> (8 * i));
        }
    }

    private void word(String word) {
        int number = words.number(word);
        if (number == CommonWords.NONE) {
            text(word);
        } else {
            number((number << 1) | ChangeForm.COMMON_WORD);
        }
    }

    private void text(String text) {
        int characters = text.length();
        int bytes = characters;
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 0 : c < 0x800 ? 1 : 2;
        }
        number(bytes << 1);
        for (int i = 0; i < characters; i++) {
            character(text.charAt(i));
        }
    }

    private void character(char c) {
        if (c < 0x80) {
            buffer[length++] = (byte) c;
        } else if (c < 0x800) {
            buffer[length++] = (byte) (0xc0 | (c >> 6));
            buffer[length++] = (byte) (0x80 | (c & 0x3f));
        } else {
            buffer[length++] = (byte) (0xe0 | (c >> 12));
            buffer[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
            buffer[length++] = (byte) (0x80 | (c & 0x3f));
        }
    }

    private void number(int number) {
        int rest = number;
        while (rest >>> 7 != 0) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
    }
}
