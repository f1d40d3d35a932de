package dev.signalbox.host.order;

/** Asks a filter about rows over and over, faster than the filter itself. Belongs to the rows of one book. */
final class RememberedFilter {
    private final QuickFilter quick;
    private final TermMemory[] terms;

    RememberedFilter(OrderFilter filter) {
        this.quick = filter.quick();
        this.terms = filter.query().terms().stream()
                .map(term -> new TermMemory(term, filter.words()))
                .toArray(TermMemory[]::new);
    }

    /** As {@link OrderFilter#matches}. */
    boolean matches(OrderRow row) {
        if (!quick.accepts(row)) {
            return false;
        }
        for (TermMemory term : terms) {
            if (!term.accepts(row)) {
                return false;
            }
        }
        return true;
    }

    /** The row is new; another one may have had its slot. */
    void forget(OrderRow row) {
        for (TermMemory term : terms) {
            term.forget(row);
        }
    }
}
