package dev.signalbox.sse;

import java.util.Set;

/** When an order needs no further update, and when it failed; both by the texts as they came. */
record SettledRule(Set<String> states, Set<String> statuses) {
    private static final String FAILED = "FAILED";

    SettledRule {
        states = Set.copyOf(states);
        statuses = Set.copyOf(statuses);
    }

    boolean settled(String state, String status) {
        return states.contains(state) && statuses.contains(status);
    }

    boolean failed(String status) {
        return status.equals(FAILED);
    }
}
