package dev.signalbox.host.demo;

import java.util.Objects;
import java.util.Set;

/**
 * An order as the demo server tells it, in the snapshot and in an update.
 *
 * @param orderId such as {@code ORD-1001}
 * @param state the business state, such as {@code PROCESSING}; empty when nothing is known yet
 * @param status the processing status, such as {@code IN_PROGRESS}; empty when nothing is known yet
 * @param message what people read; any text
 */
public record DemoOrder(String orderId, String state, String status, String message) {
    private static final Set<String> FINAL_STATES = Set.of("SHIPPED", "CANCELLED");
    private static final Set<String> FINAL_STATUSES = Set.of("COMPLETED", "FAILED");

    /** Checks that nothing is missing. */
    public DemoOrder {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }

    /**
     * Whether nothing more is to be expected of it.
     *
     * @return true for SHIPPED or CANCELLED when also COMPLETED or FAILED
     */
    public boolean settled() {
        return FINAL_STATES.contains(state) && FINAL_STATUSES.contains(status);
    }

    /**
     * Whether it failed, settled or not.
     *
     * @return true for the status FAILED
     */
    public boolean failed() {
        return "FAILED".equals(status);
    }
}
