package dev.signalbox.sse.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time, as one number whose lowest eight bits are the first byte. What a search finds is a
 * number of marks, one bit a byte; of these only the lowest is reliable, which {@link #first} gives.
 */
public final class ByteWords {
    /** How many bytes a word has. */
    public static final int BYTES = Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long TOP_BITS = EACH << 7;

    private ByteWords() {}

    /**
     * Reads a word.
     *
     * @param bytes where from
     * @param index of its first byte; seven more must follow in the array
     * @return the word
     */
    public static long at(byte[] bytes, int index) {
        return (long) WORDS.get(bytes, index);
    }

    /**
     * A word of eight equal bytes.
     *
     * @param b the byte, at most 127
     * @return the word
     */
    public static long each(int b) {
        return EACH * b;
    }

    /**
     * Marks the bytes that equal those of a pattern.
     *
     * @param word where to look
     * @param pattern what for, from {@link #each}
     * @return 0 when there is none
     */
    public static long equal(long word, long pattern) {
        long difference = word ^ pattern;
        return (difference - EACH) & ~difference & TOP_BITS;
    }

    /**
     * Marks the bytes below those of a pattern; bytes above 127 are above all of them.
     *
     * @param word where to look
     * @param pattern the bound, from {@link #each}
     * @return 0 when there is none
     */
    public static long below(long word, long pattern) {
        return (word - pattern) & ~word & TOP_BITS;
    }

    /**
     * Where the first mark is.
     *
     * @param marks not 0
     * @return 0 to 7
     */
    public static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /**
     * Packs marks.
     *
     * @param marks as a search gave them
     * @return bit 0 for the first byte, up to bit 7
     */
    public static long bits(long marks) {
        return ((marks >>> 7) * 0x0102_0408_1020_4080L) >>> 56;
    }

    /**
     * Takes the first bytes of a word and leaves the others 0.
     *
     * @param word the word
     * @param count how many, 0 to 7
     * @return the bytes
     */
    public static long head(long word, int count) {
        return word & ((1L << (count << 3)) - 1);
    }
}
