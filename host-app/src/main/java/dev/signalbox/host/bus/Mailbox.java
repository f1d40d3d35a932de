package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events that wait for one subscription. Appending is quick and happens under the bus's lock; delivering happens on
 * the subscriber's thread, one batch at a time.
 */
class Mailbox<E extends ConsoleEvent> implements Subscription {
    private final Class<E> type;
    private final Subscriber subscriber;
    private final Consumer<? super List<E>> callback;
    private final MailboxEvents events;
    private final Bounds bounds;
    private final boolean merges;

    /** Set before it is known to the bus. */
    private boolean tellsLettingGo;

    // guarded by this
    private List<E> waiting = new ArrayList<>();
    private int replayed;
    private long dropped;
    private boolean merged;
    private boolean paused;
    private boolean delivering;
    private boolean closed;

    // touched by the delivering thread only
    private long failures;

    Mailbox(
            Class<E> type,
            Subscriber subscriber,
            Consumer<? super List<E>> callback,
            MailboxEvents events,
            Bounds bounds,
            boolean merges) {
        this.type = type;
        this.subscriber = subscriber;
        this.callback = callback;
        this.events = events;
        this.bounds = bounds;
        this.merges = merges;
        this.tellsLettingGo = merges;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    /** Whether it may shorten its backlog; one that may not is told of every event. */
    boolean merges() {
        return merges;
    }

    void keepsRows() {
        tellsLettingGo = true;
    }

    /** Whether it is told of the rows that the bus lets go of to bound itself. */
    boolean tellsLettingGo() {
        return tellsLettingGo;
    }

    /**
     * Begins with the current picture, or begins again after a pause. It does not count against the bound: it has one of
     * its own. Until then nothing is appended, and both happen under the bus's lock: the picture has no gap to what follows.
     */
    synchronized void replay(List<? extends ConsoleEvent> picture) {
        if (!closed) {
            waiting = new ArrayList<>(select(picture));
            replayed = waiting.size();
            paused = false;
        }
    }

    /** Appends what concerns this subscription; returns whether there is something to deliver now. */
    boolean append(List<? extends ConsoleEvent> published) {
        boolean over;
        boolean any;
        long droppedToTell = 0;
        synchronized (this) {
            if (closed || paused) {
                return false;
            }
            int before = waiting.size();
            for (ConsoleEvent event : published) {
                if (type.isInstance(event)) {
                    waiting.add(type.cast(event));
                }
            }
            any = waiting.size() > before;
            merged = merged && !any;
            if (merges && live() > bounds.mostWaiting()) {
                merge();
                droppedToTell = dropNotices();
            }
            over = live() > bounds.mostWaiting() && !subscriber.host();
            if (over) {
                waiting = new ArrayList<>();
                replayed = 0;
                paused = true;
            }
        }
        if (droppedToTell > 0) {
            events.dropped(this, droppedToTell);
        }
        if (over) {
            events.paused(this);
        }
        return any;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized SubscriptionStatistics statistics() {
        Delivery delivery = this instanceof BackgroundMailbox<?> ? Delivery.BACKGROUND : Delivery.UI;
        return new SubscriptionStatistics(
                subscriber.name(),
                "",
                type.getSimpleName(),
                delivery,
                subscriber.host(),
                paused,
                0,
                0,
                dropped,
                waiting.size(),
                Duration.ZERO,
                Duration.ZERO,
                failures);
    }

    synchronized boolean full() {
        if (subscriber.host() && live() >= bounds.mostWaiting() && merges && !merged) {
            merge();
        }
        return subscriber.host() && live() >= bounds.mostWaiting();
    }

    synchronized boolean idle() {
        return !delivering && (closed || (waiting.isEmpty() && !paused));
    }

    /** Delivers one batch, if there is one; returns whether more waits. Only ever called on the subscriber's thread. */
    boolean deliver() {
        List<E> batch;
        synchronized (this) {
            // A callback on the EDT that opens a modal dialog lets the EDT go on while it is itself under way.
            if (closed || delivering) {
                return false;
            }
            batch = take();
            delivering = !batch.isEmpty();
        }
        if (!batch.isEmpty()) {
            try {
                call(batch);
            } finally {
                delivered();
            }
        }
        boolean resumed;
        synchronized (this) {
            resumed = paused && !closed;
        }
        if (resumed) {
            events.resumed(this);
        }
        return more();
    }

    /** Whether something waits that can be delivered. */
    synchronized boolean more() {
        return !closed && !delivering && (paused || !waiting.isEmpty());
    }

    private void delivered() {
        boolean closedMeanwhile;
        synchronized (this) {
            delivering = false;
            closedMeanwhile = closed;
        }
        if (closedMeanwhile) {
            events.closed(this);
        }
    }

    @Override
    public void close() {
        boolean now;
        synchronized (this) {
            closed = true;
            waiting = new ArrayList<>();
            replayed = 0;
            now = !delivering;
        }
        // A callback still running is still waited for by those who wait for quiet; then the bus lets go.
        if (now) {
            events.closed(this);
        }
    }

    private int live() {
        return waiting.size() - replayed;
    }

    private void merge() {
        waiting = Merging.merge(waiting);
        replayed = Math.min(replayed, waiting.size());
        merged = true;
    }

    /** Makes room for some more than is needed now; returns how many went so far when that is worth telling. */
    private long dropNotices() {
        if (live() <= bounds.mostWaiting()) {
            return 0;
        }
        int merged = waiting.size();
        waiting = Merging.withoutOldestNotices(waiting, live() - bounds.mostWaiting() + bounds.mostWaiting() / 8);
        long before = dropped;
        dropped += merged - waiting.size();
        return Long.highestOneBit(dropped) == Long.highestOneBit(before) ? 0 : dropped;
    }

    private List<E> take() {
        if (merges && waiting.size() > bounds.mergedAbove()) {
            merge();
        }
        List<E> batch;
        if (waiting.size() <= bounds.mostInBatch()) {
            batch = waiting;
            waiting = new ArrayList<>();
        } else {
            batch = new ArrayList<>(waiting.subList(0, bounds.mostInBatch()));
            waiting = new ArrayList<>(waiting.subList(bounds.mostInBatch(), waiting.size()));
        }
        replayed = Math.max(0, replayed - batch.size());
        return batch;
    }

    private List<E> select(List<? extends ConsoleEvent> published) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void call(List<E> batch) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(subscriber.loader());
        try {
            callback.accept(List.copyOf(batch));
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable failure) {
            failures++;
            // At the 1st, 2nd, 4th, 8th … time: a subscriber to problems that throws must not feed itself.
            if (Long.bitCount(failures) == 1) {
                events.failed(this, type, failure);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
