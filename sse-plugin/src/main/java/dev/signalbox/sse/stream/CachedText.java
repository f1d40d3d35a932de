package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A small text kept as bytes, whose string is made only when asked for and only when the bytes have changed. */
final class CachedText {
    private byte[] bytes = new byte[64];
    private int length;
    private @Nullable String text = "";

    void set(byte[] from, int start, int end) {
        int newLength = end - start;
        if (Arrays.equals(bytes, 0, length, from, start, end)) {
            return;
        }
        if (newLength > bytes.length) {
            bytes = new byte[Math.max(newLength, bytes.length * 2)];
        }
        System.arraycopy(from, start, bytes, 0, newLength);
        length = newLength;
        text = null;
    }

    void set(CachedText other) {
        set(other.bytes, 0, other.length);
    }

    void set(String newText) {
        byte[] encoded = newText.getBytes(UTF_8);
        set(encoded, 0, encoded.length);
    }

    void clear() {
        length = 0;
        text = "";
    }

    String text() {
        String known = text;
        if (known == null) {
            known = StreamText.of(bytes, 0, length);
            text = known;
        }
        return known;
    }
}
