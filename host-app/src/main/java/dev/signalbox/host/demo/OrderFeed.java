package dev.signalbox.host.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The orders as they are, and the last events that led there. Every stream reads the events at its own pace with a cursor, so
 * a slow one holds nobody up, and nothing is queued for it that is not kept anyway. An order is changed before its event can
 * be read: a client that opens the stream first and asks for the snapshot then misses nothing. Safe for all threads.
 */
final class OrderFeed {
    private static final int EVENTS_PER_READING = 256;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[][] kept;

    // Under the lock. An id is the epoch, a hyphen and the event's number; numbers start at 1 in every epoch.
    private final Map<String, DemoOrder> orders = new LinkedHashMap<>();
    private long epoch;
    private long next = 1;
    private long breaks;
    private boolean opened;
    private boolean over;

    OrderFeed(int keptEvents) {
        this.kept = new byte[keptEvents][];
    }

    /** Forgets everything, ends the open streams and starts with these orders; ids given out before are unknown from now on. */
    void begin(List<DemoOrder> first) {
        change(() -> {
            // The time keeps the ids apart from those of an earlier server on the same port.
            epoch = Math.max(epoch + 1, System.currentTimeMillis());
            next = 1;
            opened = false;
            Arrays.fill(kept, null);
            orders.clear();
            first.forEach(order -> orders.put(order.orderId(), order));
        });
    }

    void move(List<DemoOrder> moved) {
        String data = "data: " + OrderJson.updates(moved) + "\n\n";
        change(() -> {
            moved.forEach(order -> orders.put(order.orderId(), order));
            append(("id: " + id(next) + "\n" + data).getBytes(StandardCharsets.UTF_8));
        });
    }

    void raw(byte[] bytes) {
        change(() -> append(bytes.clone()));
    }

    /** Breaks the streams that are open now. */
    void breakStreams() {
        change(() -> breaks++);
    }

    /** Ends the open streams, and at once every one that is opened from now on. */
    void end() {
        change(() -> over = true);
    }

    List<DemoOrder> orders() {
        lock.lock();
        try {
            return List.copyOf(orders.values());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Opens a stream: after the event of that id; from the oldest event kept when the id is unknown or too old; without an id,
     * with what happens from now on.
     */
    Cursor open(@Nullable String lastEventId) {
        lock.lock();
        try {
            opened = true;
            changed.signalAll();
            return new Cursor(epoch, breaks, lastEventId == null || lastEventId.isEmpty() ? next : after(lastEventId));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until somebody has opened a stream since the beginning. */
    void awaitOpened() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!opened) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void append(byte[] event) {
        kept[slot(next)] = event;
        next++;
    }

    private long oldest() {
        return Math.max(1, next - kept.length);
    }

    private int slot(long number) {
        return (int) (number % kept.length);
    }

    private String id(long number) {
        return Long.toString(epoch, 36) + "-" + number;
    }

    private long after(String lastEventId) {
        int hyphen = lastEventId.indexOf('-');
        try {
            long number = Long.parseLong(lastEventId.substring(hyphen + 1)) + 1;
            boolean known = lastEventId.equals(id(number - 1)) && number >= oldest() && number <= next;
            return known ? number : oldest();
        } catch (NumberFormatException e) {
            return oldest();
        }
    }

    /** Where one stream is. For the thread that serves it. */
    final class Cursor {
        private final long openedInEpoch;
        private final long breaksBefore;
        private long position;

        private Cursor(long openedInEpoch, long breaksBefore, long position) {
            this.openedInEpoch = openedInEpoch;
            this.breaksBefore = breaksBefore;
            this.position = position;
        }

        /** Waits for what comes next, no longer than the patience. */
        Reading next(Duration patience) throws InterruptedException {
            long nanos = patience.toNanos();
            lock.lockInterruptibly();
            try {
                while (true) {
                    if (over || epoch != openedInEpoch) {
                        return new Reading.Over();
                    }
                    // One that fell behind what is kept has lost events: better a break it sees than a gap it does not.
                    if (breaks != breaksBefore || position < oldest()) {
                        return new Reading.Broken("id: " + id(position) + "\ndata: {\"orderUpdates\":{\"ORD-");
                    }
                    if (position < next) {
                        return new Reading.Events(take());
                    }
                    if (nanos <= 0) {
                        return new Reading.Quiet();
                    }
                    nanos = changed.awaitNanos(nanos);
                }
            } finally {
                lock.unlock();
            }
        }

        private List<byte[]> take() {
            List<byte[]> events = new ArrayList<>();
            while (position < next && events.size() < EVENTS_PER_READING) {
                events.add(kept[slot(position)]);
                position++;
            }
            return events;
        }
    }
}
