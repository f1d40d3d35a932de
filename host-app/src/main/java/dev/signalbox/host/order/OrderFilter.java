package dev.signalbox.host.order;

/**
 * Which rows are shown: those of the quick filter that the search matches.
 *
 * @param quick the quick filter
 * @param query the search
 * @param words what the status column says where a feed said nothing
 */
record OrderFilter(QuickFilter quick, SearchQuery query, StatusWords words) {

    /**
     * For a search known to be readable.
     *
     * @throws IllegalArgumentException if it is not
     */
    static OrderFilter of(QuickFilter quick, String search, String quietWords) {
        if (Search.read(search) instanceof SearchQuery query) {
            return new OrderFilter(quick, query, new StatusWords(quietWords, ""));
        }
        throw new IllegalArgumentException("not a search: " + search);
    }

    boolean showsAll() {
        return quick == QuickFilter.ALL && query.isEmpty();
    }

    boolean matches(OrderRow row) {
        return quick.accepts(row) && query.matches(row, words);
    }

    /** Whether every row it shows is also shown by the other; false where that cannot be told from the two alone. */
    boolean narrows(OrderFilter wider) {
        return (wider.quick == QuickFilter.ALL || wider.quick == quick)
                && words.equals(wider.words)
                && query.narrows(wider.query);
    }
}
