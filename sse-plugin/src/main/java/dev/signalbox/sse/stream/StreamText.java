package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The bytes of a stream as text. */
public final class StreamText {
    private static final byte LEAD_OF_SURROGATES = (byte) 0xED;
    private static final byte FIRST_OF_SURROGATES = (byte) 0xA0;
    private static final byte LAST_OF_SURROGATES = (byte) 0xBF;
    private static final byte NEVER_UTF_8 = (byte) 0xFF;

    private StreamText() {}

    /**
     * Decodes UTF-8 as web pages do (WHATWG Encoding, UTF-8 decoder): each malformed sequence is U+FFFD, and bytes that
     * begin no character are one each. A byte order mark is not taken away.
     *
     * @param bytes where the text is
     * @param offset of its first byte
     * @param length how many bytes
     * @return the text
     */
    public static String of(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : withSurrogatesByteForByte(bytes, offset, length);
    }

    /** For Java an encoded surrogate is one malformed sequence; for the standard its lead alone is one already. */
    private static String withSurrogatesByteForByte(byte[] bytes, int offset, int length) {
        byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
        for (int i = 0; i < length - 1; i++) {
            if (copy[i] == LEAD_OF_SURROGATES
                    && copy[i + 1] >= FIRST_OF_SURROGATES
                    && copy[i + 1] <= LAST_OF_SURROGATES) {
                copy[i] = NEVER_UTF_8;
            }
        }
        return new String(copy, UTF_8);
    }
}
