package dev.signalbox.sse.stream;

/** The UTF-8 decoder of the WHATWG Encoding Standard, step by step as it is written there. */
public final class SlowUtf8 {
    private SlowUtf8() {}

    public static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int codePoint = 0;
        int seen = 0;
        int needed = 0;
        int lower = 0x80;
        int upper = 0xBF;
        int at = 0;
        while (at < bytes.length) {
            int b = bytes[at] & 0xFF;
            if (needed == 0) {
                at++;
                if (b <= 0x7F) {
                    text.append((char) b);
                } else if (b >= 0xC2 && b <= 0xDF) {
                    needed = 1;
                    codePoint = b & 0x1F;
                } else if (b >= 0xE0 && b <= 0xEF) {
                    lower = b == 0xE0 ? 0xA0 : lower;
                    upper = b == 0xED ? 0x9F : upper;
                    needed = 2;
                    codePoint = b & 0xF;
                } else if (b >= 0xF0 && b <= 0xF4) {
                    lower = b == 0xF0 ? 0x90 : lower;
                    upper = b == 0xF4 ? 0x8F : upper;
                    needed = 3;
                    codePoint = b & 0x7;
                } else {
                    text.append('\uFFFD');
                }
            } else if (b < lower || b > upper) {
                // the byte is not consumed: it may begin the next character
                codePoint = 0;
                needed = 0;
                seen = 0;
                lower = 0x80;
                upper = 0xBF;
                text.append('\uFFFD');
            } else {
                at++;
                lower = 0x80;
                upper = 0xBF;
                codePoint = (codePoint << 6) | (b & 0x3F);
                seen++;
                if (seen == needed) {
                    text.appendCodePoint(codePoint);
                    codePoint = 0;
                    needed = 0;
                    seen = 0;
                }
            }
        }
        return needed == 0 ? text.toString() : text.append('\uFFFD').toString();
    }
}
