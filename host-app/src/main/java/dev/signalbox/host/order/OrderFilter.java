package dev.signalbox.host.order;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which rows are shown: those of the quick filter in which every word of the search occurs somewhere, without regard to
 * case.
 *
 * @param quick the quick filter
 * @param search what the operator typed
 * @param words its words, in lower case
 * @param quietWords what the status column says of a row without an update, in lower case, so that it can be searched too
 */
record OrderFilter(QuickFilter quick, String search, List<String> words, String quietWords) {

    static OrderFilter of(QuickFilter quick, String search, String quietWords) {
        List<String> words = Stream.of(search.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new OrderFilter(quick, search.strip(), words, quietWords.toLowerCase(Locale.ROOT));
    }

    boolean showsAll() {
        return quick == QuickFilter.ALL && words.isEmpty();
    }

    boolean matches(OrderRow row) {
        if (!quick.accepts(row)) {
            return false;
        }
        for (String word : words) {
            if (!row.searchable().contains(word) && (row.moved() || !quietWords.contains(word))) {
                return false;
            }
        }
        return true;
    }
}
