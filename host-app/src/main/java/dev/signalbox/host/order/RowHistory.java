package dev.signalbox.host.order;

import java.util.List;

/**
 * How a row came to what it shows, as far as that is kept: a copy, which does not change.
 *
 * @param newestFirst its changes
 * @param letGo how many older ones are no longer kept
 * @param letGoForRoom whether some went because all rows together had too many, and not by the bound of a row alone
 */
record RowHistory(List<RowChange> newestFirst, long letGo, boolean letGoForRoom) {
    static final RowHistory NONE = new RowHistory(List.of(), 0, false);

    RowHistory {
        newestFirst = List.copyOf(newestFirst);
    }

    /** How many changes there ever were: the number of the newest, counted from one. */
    long total() {
        return letGo + newestFirst.size();
    }
}
