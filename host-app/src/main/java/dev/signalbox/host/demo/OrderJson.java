package dev.signalbox.host.demo;

import java.util.Iterator;
import java.util.List;

/** Writes orders as JSON on one line; the only JSON the host ever writes, and reason enough to do without a library. */
final class OrderJson {
    private final StringBuilder json = new StringBuilder();

    private OrderJson() {}

    /** The form of a snapshot: {@code [{"orderId":…,"state":…,"status":…,"message":…},…]}. */
    static String array(List<DemoOrder> orders) {
        OrderJson writer = new OrderJson();
        writer.json.append('[');
        for (Iterator<DemoOrder> i = orders.iterator(); i.hasNext(); ) {
            DemoOrder order = i.next();
            writer.json.append("\n{");
            writer.field("orderId", order.orderId()).append(',');
            writer.fields(order).append(i.hasNext() ? "}," : "}\n");
        }
        return writer.json.append("]\n").toString();
    }

    /** The form of an event: {@code {"orderUpdates":{"ORD-1001":{"state":…,"status":…,"message":…},…}}}. */
    static String updates(List<DemoOrder> orders) {
        OrderJson writer = new OrderJson();
        writer.json.append("{\"orderUpdates\":{");
        for (Iterator<DemoOrder> i = orders.iterator(); i.hasNext(); ) {
            DemoOrder order = i.next();
            writer.text(order.orderId()).append(":{");
            writer.fields(order).append(i.hasNext() ? "}," : "}");
        }
        return writer.json.append("}}").toString();
    }

    private StringBuilder fields(DemoOrder order) {
        field("state", order.state()).append(',');
        field("status", order.status()).append(',');
        return field("message", order.message());
    }

    private StringBuilder field(String name, String value) {
        text(name).append(':');
        return text(value);
    }

    private StringBuilder text(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (Character.isISOControl(c) || isAlone(text, i)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }

    /** Half of a surrogate pair has no UTF-8 form and would leave as a question mark. */
    private static boolean isAlone(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
