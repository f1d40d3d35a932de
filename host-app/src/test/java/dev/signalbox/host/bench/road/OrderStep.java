package dev.signalbox.host.bench.road;

/**
 * Where an order is on its way. It moves 19 times, then it is settled, and begins anew; one order in fifty always ends in
 * failure.
 */
enum OrderStep {
    MOVING("PROCESSING", "IN_PROGRESS"),
    SHIPPED("SHIPPED", "COMPLETED"),
    FAILED("CANCELLED", "FAILED");

    private static final int STEPS = 20;
    private static final int ONE_FAILS_IN = 50;

    private final String state;
    private final String status;

    OrderStep(String state, String status) {
        this.state = state;
        this.status = status;
    }

    static OrderStep of(int order, long step) {
        // not all orders at the same time
        if ((step + order) % STEPS != STEPS - 1) {
            return MOVING;
        }
        return order % ONE_FAILS_IN == 0 ? FAILED : SHIPPED;
    }

    String state() {
        return state;
    }

    String status() {
        return status;
    }
}
