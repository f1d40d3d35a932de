package dev.signalbox.host.order;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A term of a search that remembers where it has looked: orders say the same few things over and over, and the ids of
 * rows never change. Bounded: of texts that share two places the latest are remembered.
 */
final class TermMemory {
    private static final int PLACE_BITS = 13;
    private static final int TEXTS = 1 << PLACE_BITS;
    private static final byte UNKNOWN = 0;
    private static final byte ABSENT = 1;
    private static final byte PRESENT = 2;

    private final SearchTerm term;
    private final StatusWords words;
    private final @Nullable String[] texts = new String[TEXTS];
    private final boolean[] answers = new boolean[TEXTS];

    /** By slot: what is so of the parts of its row that never change. */
    private byte[] fixed = {};

    TermMemory(SearchTerm term, StatusWords words) {
        this.term = term;
        this.words = words;
    }

    boolean accepts(OrderRow row) {
        return occursIn(row) != term.excluded();
    }

    /** Another row may have its slot now. */
    void forget(OrderRow row) {
        if (row.slot() < fixed.length) {
            fixed[row.slot()] = UNKNOWN;
        }
    }

    private boolean occursIn(OrderRow row) {
        SearchedField field = term.field();
        if (field == null) {
            return occursIn(row.message()) || occursIn(row.state()) || occursIn(words.of(row)) || occursInFixed(row);
        }
        return field.isFixed() ? occursInFixed(row) : occursIn(field.of(row, words));
    }

    private boolean occursIn(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        int place = hash >>> -PLACE_BITS;
        if (text.equals(texts[place])) {
            return answers[place];
        }
        int other = place ^ 1;
        if (!text.equals(texts[other])) {
            // The older of two goes.
            texts[other] = texts[place];
            answers[other] = answers[place];
            texts[place] = text;
            answers[place] = term.text().occursIn(text);
            return answers[place];
        }
        return answers[other];
    }

    private boolean occursInFixed(OrderRow row) {
        int slot = row.slot();
        if (slot >= fixed.length) {
            fixed = Arrays.copyOf(fixed, slot + (slot >> 1) + 64);
        }
        if (fixed[slot] == UNKNOWN) {
            fixed[slot] = term.occursInFixed(row, words) ? PRESENT : ABSENT;
        }
        return fixed[slot] == PRESENT;
    }
}
