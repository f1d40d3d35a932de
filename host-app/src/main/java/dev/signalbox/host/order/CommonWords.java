package dev.signalbox.host.order;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few states and statuses that nearly every change repeats, each with a small number. They are taken as they come
 * until there is no more room; a feed of ever new words gains nothing by it and costs nothing.
 *
 * <p>{@link #number} belongs to the one thread that records. A number that was handed to another thread under a lock can be
 * looked up there.
 */
final class CommonWords {
    static final int MOST = 64;
    static final int NONE = -1;

    private static final int LONGEST = 64;

    private final @Nullable String[] words = new @Nullable String[MOST];
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a word, or {@link #NONE}. */
    int number(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int next = numbers.size();
        if (next == MOST || word.length() > LONGEST || word.isEmpty()) {
            return NONE;
        }
        words[next] = word;
        numbers.put(word, next);
        return next;
    }

    String word(int number) {
        String word = words[number];
        if (word == null) {
            throw new IllegalArgumentException("no word has the number " + number);
        }
        return word;
    }
}
