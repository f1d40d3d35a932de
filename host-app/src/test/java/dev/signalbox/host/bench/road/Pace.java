package dev.signalbox.host.bench.road;

/**
 * How much should have been sent by now. Whoever is behind is owed the rest: a stream that stood still for a while is
 * not allowed to have simply been slower.
 *
 * @param startNanos when it begins
 * @param ordersPerSecond how fast
 * @param ordersPerMessage how many orders a message has
 */
record Pace(long startNanos, long ordersPerSecond, int ordersPerMessage) {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** How many messages are due; the first when its orders have had their time. */
    long due(long nowNanos) {
        return Math.max(0, (nowNanos - startNanos) * ordersPerSecond / (NANOS_PER_SECOND * ordersPerMessage));
    }

    /** How long until that many are due; zero when they are. */
    long nanosUntil(long messages, long nowNanos) {
        long at = (messages * ordersPerMessage * NANOS_PER_SECOND + ordersPerSecond - 1) / ordersPerSecond;
        return Math.max(0, at - (nowNanos - startNanos));
    }
}
