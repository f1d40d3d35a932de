package dev.signalbox.host.failure;

import dev.signalbox.host.settings.FailureRule;

/**
 * When the failure window opens by itself.
 *
 * @param closedByOperator whether the operator closed it and nothing failed since
 */
record OpeningRule(boolean closedByOperator) {

    static OpeningRule initial() {
        return new OpeningRule(false);
    }

    OpeningRule closed() {
        return new OpeningRule(true);
    }

    OpeningRule after(FailuresChanged change) {
        return change.newly() > 0 ? initial() : this;
    }

    /** Whether a change that {@link #after} has taken in calls for the window. */
    boolean opens(FailureRule when, FailuresChanged change) {
        return switch (when) {
            case AS_THEY_FAIL -> change.newly() > 0 || summaryIsNews(change);
            case WHEN_SETTLED -> summaryIsNews(change);
            case NEVER -> false;
        };
    }

    private boolean summaryIsNews(FailuresChanged change) {
        return change.settledWithFailures() && !closedByOperator;
    }
}
