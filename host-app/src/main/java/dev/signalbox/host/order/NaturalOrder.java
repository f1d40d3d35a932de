package dev.signalbox.host.order;

/**
 * Compares names as people count: ORD-9 before ORD-10, letters without regard to case. Walks the characters and makes
 * nothing; a Collator costs a sort of many rows its smoothness.
 */
final class NaturalOrder {

    private NaturalOrder() {}

    static int compare(String a, String b) {
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
        int byRest = Integer.compare(a.length() - i, b.length() - j);
        return byRest != 0 ? byRest : a.compareTo(b);
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

    private static int afterZeros(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
