package dev.signalbox.host.order;

/**
 * How many rows there are of each kind. A failed order is also settled when no further update is expected.
 *
 * @param total all rows
 * @param moving on their way
 * @param settled ended, well or badly
 * @param failed failed, ended or not
 * @param quiet followed, and no update yet
 */
record OrderCounts(int total, int moving, int settled, int failed, int quiet) {
    static final OrderCounts NONE = new OrderCounts(0, 0, 0, 0, 0);

    int moved() {
        return total - quiet;
    }

    OrderCounts with(OrderRow row) {
        return new OrderCounts(
                total + 1,
                moving + (row.moving() ? 1 : 0),
                settled + (row.settled() ? 1 : 0),
                failed + (row.failed() ? 1 : 0),
                quiet + (row.moved() ? 0 : 1));
    }
}
