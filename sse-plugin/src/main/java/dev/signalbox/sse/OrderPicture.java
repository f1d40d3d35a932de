package dev.signalbox.sse;

import dev.signalbox.api.OrderEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How each order followed stood when it was last handed over, so that a snapshot read again can be compared with what the
 * console shows. Kept only where there is a snapshot, and only for the orders of the watch: its size is theirs. Any
 * thread.
 */
final class OrderPicture {
    // guarded by this
    private final Map<String, OrderEvent> standing = new HashMap<>();
    private Set<String> followed = Set.of();
    private boolean complete;

    /** The console holds no rows: there is nothing to compare with. */
    synchronized void clear() {
        standing.clear();
        followed = Set.of();
        complete = false;
    }

    /** Whether a snapshot was handed over since the picture was empty. */
    synchronized boolean complete() {
        return complete;
    }

    /**
     * The orders that are in the picture, have settled, and are none of the given ones. A server that lists only what is
     * under way leaves them out of its snapshots.
     */
    synchronized Set<String> settledBeyond(Set<String> ids) {
        return beyond(ids, true);
    }

    /** The orders followed so far that have not settled and are none of the given ones. */
    synchronized Set<String> movingBeyond(Set<String> ids) {
        return beyond(ids, false);
    }

    /** How many of the orders followed stand otherwise after these events than in the picture; a new one does. */
    synchronized int differing(Set<String> ids, List<OrderEvent> events) {
        Map<String, OrderEvent> newest = new HashMap<>();
        events.forEach(event -> newest.put(event.orderId(), event));
        newest.keySet().retainAll(ids);
        int differing = 0;
        for (OrderEvent event : newest.values()) {
            OrderEvent before = standing.get(event.orderId());
            differing += before == null || !alike(before, event) ? 1 : 0;
        }
        return differing;
    }

    /** A snapshot, and what was held meanwhile, were handed over. */
    synchronized void show(Set<String> ids, List<OrderEvent> events) {
        followed = new HashSet<>(ids);
        standing.keySet().retainAll(followed);
        complete = true;
        update(events);
    }

    /** Updates were handed over. */
    synchronized void update(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            if (followed.contains(event.orderId())) {
                standing.put(event.orderId(), event);
            }
        }
    }

    private Set<String> beyond(Set<String> ids, boolean settled) {
        Set<String> found = new HashSet<>();
        for (String id : followed) {
            OrderEvent order = standing.get(id);
            if (!ids.contains(id) && settled == (order != null && order.settled())) {
                found.add(id);
            }
        }
        return found;
    }

    private static boolean alike(OrderEvent one, OrderEvent other) {
        return one.state().equals(other.state())
                && one.status().equals(other.status())
                && one.message().equals(other.message());
    }
}
