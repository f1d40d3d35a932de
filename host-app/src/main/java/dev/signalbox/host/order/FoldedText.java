package dev.signalbox.host.order;

/**
 * A text to look for without regard to case. Other texts are folded letter by letter as they are read, so that looking
 * makes nothing.
 *
 * @param folded not empty, each letter folded
 */
record FoldedText(String folded) {
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = foldedAny(c);
        }
    }

    static FoldedText of(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = folded(letters[i]);
        }
        return new FoldedText(new String(letters));
    }

    boolean occursIn(String text) {
        char first = folded.charAt(0);
        int last = text.length() - folded.length();
        for (int i = 0; i <= last; i++) {
            if (folded(text.charAt(i)) == first && goesOnAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOnAt(String text, int from) {
        for (int i = 1; i < folded.length(); i++) {
            if (folded(text.charAt(from + i)) != folded.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link NaturalOrder} folds; most letters are ASCII and looked up. */
    private static char folded(char c) {
        return c < ASCII.length ? ASCII[c] : foldedAny(c);
    }

    /** Both ways, as {@link String#equalsIgnoreCase}: there are letters that only their capitals have in common. */
    private static char foldedAny(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
