package dev.signalbox.host.order;

import org.jspecify.annotations.Nullable;

/**
 * One word or phrase of a search.
 *
 * @param field where it must occur; null for anywhere in the row
 * @param excluded whether it must not occur there
 * @param text the word or phrase
 */
record SearchTerm(@Nullable SearchedField field, boolean excluded, FoldedText text) {
    private static final SearchedField[] ANYWHERE = SearchedField.values();

    boolean accepts(OrderRow row, StatusWords words) {
        return occursIn(row, words) != excluded;
    }

    /** Whether the text occurs in what never changes of a row: in its field, or anywhere. */
    boolean occursInFixed(OrderRow row, StatusWords words) {
        for (SearchedField each : ANYWHERE) {
            if (each.isFixed() && (field == null || field == each) && text.occursIn(each.of(row, words))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it accepts no row that the other does not; false where that cannot be told from the two alone. */
    boolean narrows(SearchTerm wider) {
        if (excluded != wider.excluded) {
            return false;
        }
        SearchTerm longer = excluded ? wider : this;
        SearchTerm shorter = excluded ? this : wider;
        return (shorter.field == null || shorter.field == longer.field) && shorter.text.occursIn(longer.text.folded());
    }

    private boolean occursIn(OrderRow row, StatusWords words) {
        if (field != null) {
            return text.occursIn(field.of(row, words));
        }
        for (SearchedField each : ANYWHERE) {
            if (text.occursIn(each.of(row, words))) {
                return true;
            }
        }
        return false;
    }
}
