package dev.signalbox.host.export;

import java.util.HexFormat;

/**
 * Text from outside as it may go to a terminal: what would move the cursor, end the line, colour or reorder what is read, or
 * type into the reader's shell is written as an escape.
 */
public final class Harmless {
    private static final HexFormat HEX = HexFormat.of();

    private Harmless() {}

    /**
     * Appends a text, the rest of it as it is.
     *
     * @param line where to
     * @param text any text
     */
    public static void append(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (harmless(text, i)) {
                line.append(c);
            } else {
                escape(line, c);
            }
        }
    }

    /** The escape of JSON and Java alike. */
    static void escape(StringBuilder line, char c) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> line.append("\\u").append(HEX.toHexDigits(c));
        }
    }

    /** Half a surrogate pair cannot be written as UTF-8, so it counts as harmful. */
    static boolean harmless(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x7f) {
            return c >= ' ';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1)) && visible(text, at);
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) && visible(text, at - 1);
        }
        return visible(text, at);
    }

    private static boolean visible(String text, int at) {
        int type = Character.getType(text.codePointAt(at));
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
