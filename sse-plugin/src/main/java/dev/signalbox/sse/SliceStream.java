package dev.signalbox.sse;

import java.io.InputStream;

/**
 * Shows a JSON parser that is kept over events one event's data at a time, and an end of input behind it: so the parser
 * cannot take the next event for the rest of this one.
 */
final class SliceStream extends InputStream {
    private byte[] bytes = {};
    private int next;
    private int end;

    void show(byte[] newBytes, int offset, int length) {
        bytes = newBytes;
        next = offset;
        end = offset + length;
    }

    /** Whether only white space is left. */
    boolean restIsBlank() {
        for (int i = next; i < end; i++) {
            if (!isJsonSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean isJsonSpace(int b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    @Override
    public int read() {
        return next == end ? -1 : bytes[next++] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (next == end) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(bytes, next, to, offset, count);
        next += count;
        return count;
    }
}
