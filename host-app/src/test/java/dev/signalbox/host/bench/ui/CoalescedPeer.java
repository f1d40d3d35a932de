package dev.signalbox.host.bench.ui;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.host.settings.FontChoice;
import dev.signalbox.host.settings.ThemeChoice;
import dev.signalbox.host.shell.Theme;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * A peer done well: updates are looked up and merged by order on the thread that brings them, and reach the EDT together,
 * once a frame. In the console's theme and in a window of the same size.
 */
final class CoalescedPeer implements Subject {
    private static final int FRAME_MILLIS = 16;

    private final PeerOrders peer;
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable JTable table;

    /** Fair: else a feeder that never pauses keeps the EDT from it. */
    private final Lock handover = new ReentrantLock(true);

    // waiting is guarded by handover; applied belongs to the EDT
    private ChangedOrders waiting = new ChangedOrders(0);
    private ChangedOrders applied = new ChangedOrders(0);

    CoalescedPeer(PeerOrders peer) {
        this.peer = peer;
    }

    @Override
    public void open(List<OrderEvent> orders, Mode mode) throws InterruptedException {
        for (OrderEvent order : orders) {
            numbers.put(order.orderId(), numbers.size());
        }
        OnEdt.run(() -> {
            waiting = new ChangedOrders(orders.size());
            applied = new ChangedOrders(orders.size());
            Theme.apply(ThemeChoice.LIGHT, FontChoice.INTER);
            JTable made = peer.create(orders, mode);
            table = made;
            for (int i = 0; i < Columns.WIDTHS.size(); i++) {
                made.getColumnModel().getColumn(i).setPreferredWidth(Columns.WIDTHS.get(i));
            }
            made.setRowHeight(20);
            made.setFillsViewportHeight(true);
            JFrame frame = new JFrame("peer");
            frame.add(new JScrollPane(made));
            frame.setBounds(0, 0, FRAME.width, FRAME.height);
            frame.setVisible(true);
            new Timer(FRAME_MILLIS, event -> frame()).start();
        });
        quiesce();
    }

    @Override
    public void take(List<OrderEvent> batch) {
        handover.lock();
        try {
            for (OrderEvent event : batch) {
                waiting.put(Objects.requireNonNull(numbers.get(event.orderId())), event);
            }
        } finally {
            handover.unlock();
        }
    }

    @Override
    public void quiesce() throws InterruptedException {
        OnEdt.run(this::frame);
        // what it asked the EDT for comes after it
        OnEdt.run(() -> {});
    }

    @Override
    public JTable table() {
        if (table == null) {
            throw new IllegalStateException("The window is not open yet.");
        }
        return table;
    }

    @Override
    public Supplier<Instant> held(int order) {
        return () -> peer.held(order).at();
    }

    private void frame() {
        handover.lock();
        try {
            ChangedOrders full = waiting;
            waiting = applied;
            applied = full;
        } finally {
            handover.unlock();
        }
        if (applied.count() > 0) {
            peer.apply(applied);
            applied.clear();
        }
    }
}
