package dev.signalbox.host.order;

import dev.signalbox.host.settings.DidYouMean;
import dev.signalbox.host.ui.Texts;
import java.util.Locale;

/**
 * Why a search cannot be read.
 *
 * @param kind what is wrong
 * @param about the field's name, where there is one
 * @param term the term as it was typed
 */
record SearchFault(Kind kind, String about, String term) implements Search {
    private static final int MOST_TOLD = 24;

    /** What is wrong with it. */
    enum Kind {
        OPEN_QUOTE,
        EMPTY_QUOTE,
        EMPTY_MINUS,
        EMPTY_FIELD,
        UNKNOWN_FIELD;

        private String key() {
            return "search.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A few words for somebody who is still typing. */
    String hint(Texts texts) {
        return texts.get(kind.key() + ".hint", shortened(about));
    }

    /** What is wrong and what to do. */
    String sentence(Texts texts) {
        if (kind == Kind.UNKNOWN_FIELD) {
            String next = DidYouMean.nearest(about, SearchedField.NAMES)
                    .map(near -> texts.get("search.fault.meant", near))
                    .orElseGet(() -> texts.get("search.fault.fields", String.join(", ", SearchedField.NAMES)));
            return texts.get(kind.key(), shortened(about), next, shortened(term));
        }
        return texts.get(kind.key(), shortened(about));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD) + "…";
    }
}
