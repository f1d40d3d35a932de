package dev.signalbox.host.settings;

/** When the failure window opens by itself. */
public enum FailureRule {
    /** As soon as an order fails. */
    AS_THEY_FAIL,
    /** When everything is settled and something failed. */
    WHEN_SETTLED,
    /** Never; the badge tells. */
    NEVER
}
