package dev.signalbox.host.ui;

import javax.swing.JComponent;

/**
 * Keeps text from outside text. Swing renders any string that begins with {@code <html>} as HTML and fetches the images it
 * names; there is no global switch, and the per-component one does not work everywhere on every Java. So a text from
 * outside passes through {@link #of} before it reaches a component, and the components of this package ask for it
 * themselves.
 */
public final class PlainText {
    /** Longer text is cut for display only; models keep all of it. */
    private static final int MOST_CHARACTERS = 2000;

    private static final String HTML = "<html>";

    /** Has no width, and keeps the text behind it from beginning with {@value #HTML}. */
    private static final char ZERO_WIDTH_SPACE = '\u200B';

    private PlainText() {}

    /**
     * The text as one line that Swing shows as it stands.
     *
     * @param text any text
     * @return the text without line breaks and control characters, bounded, and never markup
     */
    public static String of(String text) {
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
        String line = isClean(bounded) ? bounded : clean(bounded);
        return line.regionMatches(true, 0, HTML, 0, HTML.length()) ? ZERO_WIDTH_SPACE + line : line;
    }

    /**
     * The text with its line breaks, for a text area, which shows no markup: without control characters and without marks
     * that turn the direction of what follows.
     *
     * @param text any text
     * @return the text, as long as it was or shorter
     */
    public static String lines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') {
                lines.append(c);
            } else if (c != '\r') {
                lines.append(changes(c) ? ' ' : c);
            }
        }
        return lines.toString();
    }

    /** Switches HTML off in a component, where Swing offers that. Must come before its text is set. */
    static void disableHtml(JComponent component) {
        component.putClientProperty("html.disable", true);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (changes(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\u2028' || c == '\u2029') {
                clean.append(" ⏎ ");
            } else if (c != '\r') {
                clean.append(changes(c) ? ' ' : c);
            }
        }
        return clean.toString();
    }

    /** Control characters, line separators, and the marks that turn the direction of what follows. */
    private static boolean changes(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
