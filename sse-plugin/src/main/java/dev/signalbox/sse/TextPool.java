package dev.signalbox.sse;

import org.jspecify.annotations.Nullable;

/** Gives the same string for the same characters where it can: states, statuses and messages are few and come often. */
final class TextPool {
    private static final int SLOTS = 1_024;
    private static final int LONGEST_POOLED = 80;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    String text(char[] chars, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST_POOLED) {
            return new String(chars, offset, length);
        }
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        String known = slots[slot];
        if (known != null && isText(known, chars, offset, length)) {
            return known;
        }
        String text = new String(chars, offset, length);
        slots[slot] = text;
        return text;
    }

    private static boolean isText(String known, char[] chars, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
