package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether a table at rest is right: every order as last told, the right rows, in the right order. */
final class RestCheck {
    private static final int MOST_NAMED = 5;

    private final Mode mode;
    private final List<String> wrong = new ArrayList<>();
    private int found;

    private RestCheck(Mode mode) {
        this.mode = mode;
    }

    /**
     * What is wrong, in words; nothing when all is right.
     *
     * @param last the last update of each order
     * @param held when the update was made that the subject has of each order
     * @param shown what stands in the table, from top to bottom
     */
    static List<String> differences(List<OrderEvent> last, List<Instant> held, List<ShownRow> shown, Mode mode) {
        RestCheck check = new RestCheck(mode);
        check.everyOrderIsAsLastTold(last, held);
        check.theRightRowsAreShown(last, shown);
        check.theyStandInOrder(shown);
        if (check.found > MOST_NAMED) {
            check.wrong.add("… and " + (check.found - MOST_NAMED) + " more");
        }
        return List.copyOf(check.wrong);
    }

    private void everyOrderIsAsLastTold(List<OrderEvent> last, List<Instant> held) {
        if (last.size() != held.size()) {
            differs(() -> "there are " + last.size() + " orders, and the subject has " + held.size());
            return;
        }
        for (int i = 0; i < last.size(); i++) {
            OrderEvent told = last.get(i);
            Instant has = held.get(i);
            if (!told.at().equals(has)) {
                differs(() -> told + " was the last update, and the subject has that of " + has);
            }
        }
    }

    private void theRightRowsAreShown(List<OrderEvent> last, List<ShownRow> shown) {
        Map<String, OrderEvent> missing = new HashMap<>();
        for (OrderEvent event : last) {
            if (mode == Mode.PLAIN || event.message().contains(Messages.SEARCHED)) {
                missing.put(event.orderId(), event);
            }
        }
        for (ShownRow row : shown) {
            OrderEvent event = missing.remove(row.order());
            if (event == null) {
                differs(() -> row + " is shown, and should not be, or not twice");
            } else if (!row.equals(new ShownRow(event.orderId(), event.state(), event.message()))) {
                differs(() -> row + " is shown, and the last update is " + event);
            }
        }
        missing.values().forEach(event -> differs(() -> event + " is not shown"));
    }

    private void theyStandInOrder(List<ShownRow> shown) {
        Comparator<ShownRow> byId = Comparator.comparing(ShownRow::order);
        Comparator<ShownRow> order = mode == Mode.PLAIN
                ? byId
                : Comparator.comparing(ShownRow::message).thenComparing(byId);
        for (int i = 1; i < shown.size(); i++) {
            ShownRow upper = shown.get(i - 1);
            ShownRow lower = shown.get(i);
            if (order.compare(upper, lower) >= 0) {
                differs(() -> upper + " stands above " + lower);
            }
        }
    }

    private void differs(Supplier<String> what) {
        if (found++ < MOST_NAMED) {
            wrong.add(what.get());
        }
    }
}
