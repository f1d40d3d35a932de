package dev.signalbox.host.order;

import java.util.List;

/**
 * A search that could be read.
 *
 * @param text as it was typed
 * @param terms what must hold; with none every row matches
 */
record SearchQuery(String text, List<SearchTerm> terms) implements Search {
    static final SearchQuery NOTHING = new SearchQuery("", List.of());

    SearchQuery {
        terms = List.copyOf(terms);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Makes nothing: it is asked for every row, on every letter typed. */
    boolean matches(OrderRow row, StatusWords words) {
        for (int i = 0; i < terms.size(); i++) {
            if (!terms.get(i).accepts(row, words)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it matches no row that the other does not; false where that cannot be told from the two alone. */
    boolean narrows(SearchQuery wider) {
        return wider.terms.stream().allMatch(its -> terms.stream().anyMatch(mine -> mine.narrows(its)));
    }

    /** Without its last term, if that is just this word, looked for or excluded. */
    SearchQuery withoutLastWord(String word) {
        int last = terms.size() - 1;
        int from = text.length() - word.length();
        boolean isIt = last >= 0
                && !word.isEmpty()
                && terms.get(last).field() == null
                && terms.get(last).text().equals(FoldedText.of(word))
                && text.regionMatches(true, from, word, 0, word.length());
        if (!isIt) {
            return this;
        }
        int end = terms.get(last).excluded() ? from - 1 : from;
        return new SearchQuery(text.substring(0, end).strip(), terms.subList(0, last));
    }
}
