package dev.signalbox.host.order;

import java.util.Optional;

/**
 * The search as it is being typed. While it cannot be read, the last one that could stays in force; what is wrong is
 * told quietly at first, for it is wrong only because it is half typed.
 */
final class TypedSearch {
    private SearchQuery inForce = SearchQuery.NOTHING;
    private Optional<SearchFault> fault = Optional.empty();
    private boolean insists;

    void type(String text) {
        insists = false;
        Search read = Search.read(text);
        if (read instanceof SearchQuery query) {
            inForce = query;
            fault = Optional.empty();
        } else if (read instanceof SearchFault found) {
            fault = Optional.of(found);
            // What a moment ago was a word to look for has turned out to be the name of a field.
            inForce = inForce.withoutLastWord(found.about());
        }
    }

    /** The operator has stopped typing. */
    void insist() {
        insists = fault.isPresent();
    }

    SearchQuery inForce() {
        return inForce;
    }

    Optional<SearchFault> fault() {
        return fault;
    }

    /** Whether the fault is an error by now. */
    boolean insists() {
        return insists;
    }
}
