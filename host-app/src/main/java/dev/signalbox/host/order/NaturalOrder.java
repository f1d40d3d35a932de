package dev.signalbox.host.order;

/**
 * Compares names as people count: ORD-9 before ORD-10, letters without regard to case. Walks the characters and makes
 * nothing; a Collator costs a sort of many rows its smoothness.
 */
final class NaturalOrder {
    // How a text is spelled, for those that differ in nothing else.
    static final int OTHERWISE = 0;

    /** In ASCII, without small letters and without zeros before a number. */
    static final int CAPITALS = 1;

    /** In ASCII, without capitals and without zeros before a number. */
    static final int SMALL = 2;

    static final char FIRST_BEYOND_ASCII = 128;

    private NaturalOrder() {}

    /** Tells any two texts apart, also those that differ in spelling only. */
    static int compare(String a, String b) {
        int byLetters = compareLetters(a, b);
        return byLetters != 0 ? byLetters : compareSpelling(a, b);
    }

    /** Texts that differ in nothing but capitals and zeros before numbers are alike. */
    static int compareLetters(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (isDigit(x) && isDigit(y)) {
                int startA = afterZeros(a, i);
                int startB = afterZeros(b, j);
                i = afterDigits(a, startA);
                j = afterDigits(b, startB);
                int byNumber = compareNumbers(a, startA, i, b, startB, j);
                if (byNumber != 0) {
                    return byNumber;
                }
            } else {
                int byLetter = Character.compare(folded(x), folded(y));
                if (byLetter != 0) {
                    return byLetter;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    /** Of texts that differ in spelling only: all others, those in capitals, those in small letters. */
    private static int compareSpelling(String a, String b) {
        int byKind = Integer.compare(spelling(a), spelling(b));
        return byKind != 0 ? byKind : a.compareTo(b);
    }

    static int spelling(String text) {
        boolean capitals = false;
        boolean small = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '0' && (i == 0 || !isDigit(text.charAt(i - 1)))) {
                int end = afterZeros(text, i);
                if (end - i > 1 || (end < text.length() && isDigit(text.charAt(end)))) {
                    return OTHERWISE;
                }
            } else if (c >= FIRST_BEYOND_ASCII) {
                return OTHERWISE;
            }
            capitals |= c >= 'A' && c <= 'Z';
            small |= c >= 'a' && c <= 'z';
        }
        return !small ? CAPITALS : capitals ? OTHERWISE : SMALL;
    }

    private static int compareNumbers(String a, int fromA, int toA, String b, int fromB, int toB) {
        int byLength = Integer.compare(toA - fromA, toB - fromB);
        for (int k = 0; byLength == 0 && k < toA - fromA; k++) {
            int byDigit = Character.compare(a.charAt(fromA + k), b.charAt(fromB + k));
            if (byDigit != 0) {
                return byDigit;
            }
        }
        return byLength;
    }

    static int afterZeros(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
