package dev.signalbox.sse;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.UpdateSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of a stream back until the snapshot they continue was handed over. The session's thread
 * {@linkplain #pass passes} events, the snapshot's thread {@linkplain #open opens} the gate or {@linkplain #fail fails}
 * it; whoever hands over holds the lock, so that the order is the one of the stream.
 */
final class SnapshotGate {
    private final UpdateSink sink;
    private final @Nullable OrderPicture picture;
    private final int mostHeld;

    // guarded by this
    private final List<OrderEvent> held = new ArrayList<>();
    private @Nullable String heldId;
    private boolean holding;
    private @Nullable Exception failure;

    private SnapshotGate(UpdateSink sink, @Nullable OrderPicture picture, int mostHeld) {
        this.sink = sink;
        this.picture = picture;
        this.mostHeld = mostHeld;
        this.holding = picture != null;
    }

    /** A gate for a session without a snapshot: everything passes at once. */
    static SnapshotGate open(UpdateSink sink) {
        return new SnapshotGate(sink, null, 0);
    }

    /**
     * A gate that is closed until the snapshot has come.
     *
     * @param picture is told what passes
     * @param mostHeld how many events are held; beyond it the stream waits for the snapshot
     */
    static SnapshotGate closed(UpdateSink sink, OrderPicture picture, int mostHeld) {
        return new SnapshotGate(sink, picture, mostHeld);
    }

    /**
     * Hands events over and then keeps the id that covers them; while the gate is closed, both are held.
     *
     * @param newId the id to resume after, or null when it has not changed
     * @throws InterruptedException if the session is over while it waits
     */
    synchronized void pass(List<OrderEvent> orders, @Nullable String newId) throws InterruptedException {
        while (holding && !held.isEmpty() && held.size() + orders.size() > mostHeld) {
            wait();
        }
        if (failure != null) {
            return;
        }
        if (holding) {
            held.addAll(orders);
            heldId = newId == null ? heldId : newId;
        } else {
            handOver(orders, newId);
        }
    }

    /**
     * Lets the snapshot and then, as one batch with it, what was held be handed over.
     *
     * @param handOver does it; under the lock, so that nothing overtakes it
     */
    synchronized void open(List<OrderEvent> snapshot, Consumer<List<OrderEvent>> handOver) {
        if (!holding || sink.cancelled()) {
            return;
        }
        List<OrderEvent> all = new ArrayList<>(snapshot);
        all.addAll(held);
        handOver.accept(newest(all));
        keepId(heldId);
        stopHolding();
    }

    /** The snapshot will not come: what was held is of no use, as the next session begins with a new one. */
    synchronized void fail(Exception why) {
        if (holding) {
            failure = why;
            stopHolding();
        }
    }

    /** Waits until the snapshot was handed over or has failed. */
    synchronized void awaitOpen() throws InterruptedException {
        while (holding) {
            wait();
        }
    }

    synchronized Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    private void handOver(List<OrderEvent> orders, @Nullable String newId) {
        if (!orders.isEmpty()) {
            sink.emit(orders);
            if (picture != null) {
                picture.update(orders);
            }
        }
        keepId(newId);
    }

    private void keepId(@Nullable String newId) {
        if (newId != null) {
            sink.checkpoint(newId);
        }
    }

    private void stopHolding() {
        holding = false;
        held.clear();
        notifyAll();
    }

    /**
     * A newer event of an order replaces an older one unless the older one is settled or failed. A server that replays
     * what the snapshot already contains would otherwise make rows go back and forth.
     */
    private static List<OrderEvent> newest(List<OrderEvent> events) {
        List<OrderEvent> kept = new ArrayList<>(events.size());
        Map<String, Integer> last = new HashMap<>();
        for (OrderEvent event : events) {
            Integer index = last.get(event.orderId());
            if (index == null || kept.get(index).settled() || kept.get(index).failed()) {
                last.put(event.orderId(), kept.size());
                kept.add(event);
            } else {
                kept.set(index, event);
            }
        }
        return kept;
    }
}
