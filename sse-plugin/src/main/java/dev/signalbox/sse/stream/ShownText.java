package dev.signalbox.sse.stream;

/**
 * Makes text of a server fit for one line of a message: whatever would break the line, hide or reorder text is written as
 * an escape.
 */
public final class ShownText {
    private ShownText() {}

    /**
     * Shows the beginning of a text.
     *
     * @param text any text
     * @param mostCharacters how many characters of it are shown; an ellipsis says that there were more
     * @return one line, in which an escape stands for a character of the text
     */
    public static String of(String text, int mostCharacters) {
        StringBuilder shown = new StringBuilder();
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (count == mostCharacters) {
                return shown.append('…').toString();
            }
            int character = text.codePointAt(at);
            append(character, shown);
            at += Character.charCount(character);
            count++;
        }
        return shown.toString();
    }

    /** The same for prose, such as a page of HTML: white space of any kind and length is one blank. */
    static String ofProse(String text) {
        return of(text.strip().replaceAll("\\s+", " "), Integer.MAX_VALUE);
    }

    private static void append(int character, StringBuilder shown) {
        switch (character) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isHarmless(character)) {
                    shown.appendCodePoint(character);
                } else {
                    shown.append(String.format(character > 0xFFFF ? "\\U%08X" : "\\u%04X", character));
                }
            }
        }
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
