package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The columns every subject shows, by their headers. */
final class Columns {
    static final String ORDER = "Order";
    static final String STATE = "State";
    static final String MESSAGE = "Message";
    static final int MESSAGE_INDEX = 3;
    static final List<String> ALL = List.of(ORDER, STATE, "Status", MESSAGE, "Updated");
    static final List<Integer> WIDTHS = List.of(132, 124, 148, 500, 152);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private Columns() {}

    static String text(OrderEvent event, int column) {
        return switch (column) {
            case 0 -> event.orderId();
            case 1 -> event.state();
            case 2 -> event.status();
            case MESSAGE_INDEX -> event.message();
            default -> TIME.format(event.at());
        };
    }
}
