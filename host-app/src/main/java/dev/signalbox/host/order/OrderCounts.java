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
        return changed(row, 1);
    }

    OrderCounts without(OrderRow row) {
        return changed(row, -1);
    }

    private OrderCounts changed(OrderRow row, int by) {
        return new OrderCounts(
                total + by,
                moving + (row.moving() ? by : 0),
                settled + (row.settled() ? by : 0),
                failed + (row.failed() ? by : 0),
                quiet + (row.moved() ? 0 : by));
    }
}
