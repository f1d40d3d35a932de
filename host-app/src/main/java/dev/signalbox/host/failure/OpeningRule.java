package dev.signalbox.host.failure;

import dev.signalbox.host.settings.FailureRule;

/**
 * When the failure window opens by itself. What the operator closed opens again only when there is news: another failure, or
 * the summary of a watch that settled with failures.
 */
final class OpeningRule {

    private OpeningRule() {}

    static boolean opens(FailureRule when, FailuresChanged change) {
        return switch (when) {
            case AS_THEY_FAIL -> change.newly() > 0 || change.settledWithFailures();
            case WHEN_SETTLED -> change.settledWithFailures();
            case NEVER -> false;
        };
    }
}
