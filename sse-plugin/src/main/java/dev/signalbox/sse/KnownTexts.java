package dev.signalbox.sse;

import org.jspecify.annotations.Nullable;

/**
 * Gives the same text for the same bytes without making it again: a hash table whose keys are up to 47 bytes of UTF-8 in
 * six words, filled up with zeros. A text therefore has no NUL in it. The table only grows, so {@link #renew} empties it
 * when it has grown enough.
 */
final class KnownTexts {
    /** How many bytes the words of a key have. */
    static final int KEY_BYTES = 48;

    // at a load of one half only texts chosen to collide lie so far apart
    private static final int MOST_PROBES = 128;
    private static final int FIRST_SLOTS = 1_024;

    private final int most;
    private @Nullable Known[] slots = new @Nullable Known[FIRST_SLOTS];
    private int count;

    /** A text. The stamp is for the user of the table. */
    static final class Known {
        final String text;
        int stamp;
        private final long word0;
        private final long word1;
        private final long word2;
        private final long word3;
        private final long word4;
        private final long word5;

        private Known(String text, long word0, long word1, long word2, long word3, long word4, long word5) {
            this.text = text;
            this.word0 = word0;
            this.word1 = word1;
            this.word2 = word2;
            this.word3 = word3;
            this.word4 = word4;
            this.word5 = word5;
        }

        /** A text that is in no table. */
        static Known alone(String text) {
            return new Known(text, 0, 0, 0, 0, 0, 0);
        }

        // one comparison, as the processor cannot guess which of several would fail
        private boolean is(long w0, long w1, long w2, long w3, long w4, long w5) {
            return ((word0 ^ w0) | (word1 ^ w1) | (word2 ^ w2) | (word3 ^ w3) | (word4 ^ w4) | (word5 ^ w5)) == 0;
        }
    }

    /** Makes a text that is not known yet, of the bytes the words were taken from. */
    interface Source {
        String text();
    }

    /**
     * Makes an empty table.
     *
     * @param most how many texts may be known when the table is not renewed
     */
    KnownTexts(int most) {
        this.most = most;
    }

    /** Forgets everything if there is too much of it. */
    void renew() {
        if (count > most) {
            slots = new @Nullable Known[FIRST_SLOTS];
            count = 0;
        }
    }

    /**
     * Finds a text, or keeps it from now on.
     *
     * @return null if too many texts have a hash like this
     */
    @Nullable Known find(long w0, long w1, long w2, long w3, long w4, long w5, Source source) {
        int last = slots.length - 1;
        int slot = hash(w0, w1, w2, w3, w4, w5) & last;
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            Known known = slots[slot];
            if (known == null) {
                Known added = new Known(source.text(), w0, w1, w2, w3, w4, w5);
                slots[slot] = added;
                count++;
                if (count > slots.length / 2) {
                    grow();
                }
                return added;
            }
            if (known.is(w0, w1, w2, w3, w4, w5)) {
                return known;
            }
            slot = (slot + 1) & last;
        }
        return null;
    }

    private void grow() {
        @Nullable Known[] old = slots;
        slots = new @Nullable Known[old.length * 2];
        int last = slots.length - 1;
        for (Known known : old) {
            if (known != null) {
                int slot = hash(known.word0, known.word1, known.word2, known.word3, known.word4, known.word5) & last;
                while (slots[slot] != null) {
                    slot = (slot + 1) & last;
                }
                slots[slot] = known;
            }
        }
    }

    private static int hash(long w0, long w1, long w2, long w3, long w4, long w5) {
        long mixed = w0 * 0x9E37_79B9_7F4A_7C15L
                + w1 * 0xBF58_476D_1CE4_E5B9L
                + w2 * 0x94D0_49BB_1331_11EBL
                + w3 * 0xD6E8_FEB8_6659_FD93L
                + w4 * 0xA076_1D64_78BD_642FL
                + w5 * 0xE703_7ED1_A0B4_28DBL;
        // the upper bits depend on all of a word, the lower ones only on its beginning
        return (int) (((mixed ^ (mixed >>> 32)) * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    }
}
