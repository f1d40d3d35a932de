package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events that wait for one subscription. Appending is quick and happens under the bus's lock. Merging and delivering
 * happen outside it; delivering on the subscriber's thread, one batch at a time.
 */
abstract class Mailbox<E extends ConsoleEvent> implements Subscription {
    /** At the bound a backlog is merged again only when this part of it is new. */
    private static final int PART_WORTH_MERGING = 8;

    private final Interest<E> interest;
    private final Object lock;
    private final MailboxEvents events;
    private final int most;

    // guarded by the bus's lock
    private @Nullable Consumer<? super List<E>> callback;
    private Backlog<E> waiting = new Backlog<>();
    private final Removals<E> removals;
    private final Tally tally = new Tally();
    private int replayed;
    private int unmerged;
    private int beingMerged;
    private boolean delivering;
    private boolean awaitsPicture;
    private boolean paused;

    Mailbox(Interest<E> interest, Consumer<? super List<E>> callback, Object lock, MailboxEvents events) {
        this.interest = interest;
        this.callback = callback;
        this.lock = lock;
        this.events = events;
        this.most = interest.bounds().mostWaiting();
        this.removals = new Removals<>(most);
    }

    final Interest<E> interest() {
        return interest;
    }

    /** Sees to it that somebody delivers; harmless when nothing waits. Not under the lock. */
    abstract void wake();

    /**
     * Whether the thread that delivers also merges a long backlog before it does. Else publishers merge it; at the bound they
     * do in any case.
     */
    abstract boolean mergesWhenDraining();

    /** Told how long the subscriber took for a batch, on the delivering thread. */
    void took(int events, long nanos) {}

    // ---- under the bus's lock

    /** Appends a batch of one class; returns whether to {@link #attend} to it when the lock is free. */
    @SuppressWarnings("unchecked")
    final boolean append(List<? extends ConsoleEvent> published, long now) {
        if (callback == null) {
            return false;
        }
        List<E> batch = (List<E>) published;
        if (paused) {
            removals.keep(batch);
            return false;
        }
        boolean first = waiting.isEmpty();
        waiting.add(batch, now);
        unmerged += batch.size();
        return first || roomDue();
    }

    /** From now on events are kept, and delivered after the picture as of now. */
    final void awaitPicture() {
        awaitsPicture = callback != null;
        paused = false;
    }

    final boolean isPaused() {
        return paused;
    }

    /**
     * Whether sources have to wait: for the console's own subscriber, or for a moment while the console merges what waits
     * for a plug-in or works out its picture.
     */
    final boolean full() {
        int live = live();
        return live >= most
                && (interest.subscriber().host() || (live >= 2 * most && (beingMerged > 0 || awaitsPicture)));
    }

    final boolean idle() {
        return !delivering && beingMerged == 0 && !awaitsPicture && !paused && waiting.isEmpty();
    }

    final int waiting() {
        return waiting.events() + beingMerged;
    }

    /** Takes from the front; what comes next is not delivered before. */
    final Backlog<E> take(int atMost) {
        Backlog<E> taken = waiting;
        if (waiting.events() <= atMost) {
            waiting = new Backlog<>();
        } else {
            taken = waiting.takeFirst(atMost);
        }
        replayed = Math.max(0, replayed - taken.events());
        unmerged = Math.min(unmerged, waiting.events());
        return taken;
    }

    final SubscriptionStatistics statistics() {
        Duration lag = waiting.isEmpty() ? tally.lastLag() : Duration.ofNanos(System.nanoTime() - waiting.oldest());
        return new SubscriptionStatistics(
                interest.subscriber().name(),
                interest.purpose().label(),
                interest.type().getSimpleName(),
                interest.delivery(),
                interest.subscriber().host(),
                paused,
                tally.delivered(),
                tally.merged(),
                tally.droppedNotices(),
                waiting(),
                lag,
                tally.slowest(),
                tally.failures());
    }

    // ---- any thread

    /** Whether sources have to wait, or soon will have to. */
    final boolean isNearlyFull() {
        synchronized (lock) {
            return live() >= most - most / 4;
        }
    }

    /** Does what there was no time for under the lock: makes room, and wakes. */
    final void attend() {
        boolean due;
        synchronized (lock) {
            due = roomDue();
        }
        if (due) {
            makeRoom();
        }
        wake();
    }

    /** The picture has come. It does not count against the bound: it has one of its own. */
    final void replay(List<E> picture) {
        boolean forgot;
        synchronized (lock) {
            if (!awaitsPicture) {
                return;
            }
            awaitsPicture = false;
            forgot = removals.forgot();
            replayed = removals.size() + picture.size();
            addFirst(picture, System.nanoTime());
            addFirst(removals.take(), System.nanoTime());
        }
        if (forgot) {
            events.problem(BusProblems.forgotRemovals(this));
        }
        attend();
    }

    @Override
    public final void close() {
        synchronized (lock) {
            callback = null;
            waiting = new Backlog<>();
            removals.clear();
            replayed = 0;
            paused = false;
            awaitsPicture = false;
            // One still under way is waited for by those who wait for quiet; then the bus lets go.
            if (!delivering) {
                events.closed(this);
            }
        }
    }

    // ---- the subscriber's thread

    /** Delivers one batch, if there is one; returns whether there was more than that. */
    final boolean deliver(int atMost) {
        if (mergingDue()) {
            makeRoom();
        }
        Consumer<? super List<E>> to;
        Backlog<E> batch;
        boolean cut;
        synchronized (lock) {
            // A callback on the EDT that opens a modal dialog lets the EDT go on while it is itself under way.
            if (!deliverable()) {
                return false;
            }
            to = callback;
            batch = take(atMost);
            cut = !waiting.isEmpty();
            delivering = !batch.isEmpty();
            lock.notifyAll();
        }
        if (to != null && !batch.isEmpty()) {
            deliver(batch, to);
        } else {
            events.resumed(this);
        }
        return cut;
    }

    /** Whether something waits that can be delivered. */
    final boolean more() {
        synchronized (lock) {
            return deliverable();
        }
    }

    private void deliver(Backlog<E> batch, Consumer<? super List<E>> to) {
        long begun = System.nanoTime();
        try {
            Calls.call(interest.subscriber(), to, batch.toList()).ifPresent(this::failed);
        } finally {
            long took = System.nanoTime() - begun;
            took(batch.events(), took);
            synchronized (lock) {
                delivering = false;
                tally.delivered(batch.events(), begun - batch.oldest(), took);
                if (callback == null) {
                    events.closed(this);
                }
                lock.notifyAll();
            }
        }
    }

    private void failed(Throwable failure) {
        boolean tell;
        synchronized (lock) {
            tell = tally.failed();
        }
        if (tell) {
            events.problem(BusProblems.failed(this, failure));
        }
    }

    // ---- room

    private void makeRoom() {
        Backlog<E> all;
        boolean merge;
        synchronized (lock) {
            if (callback == null || beingMerged > 0 || awaitsPicture || waiting.isEmpty()) {
                return;
            }
            all = waiting;
            merge = unmerged >= Math.min(interest.bounds().mergedAbove(), most / PART_WORTH_MERGING);
            waiting = new Backlog<>();
            beingMerged = all.events();
            unmerged = 0;
        }
        List<E> kept = merge ? Merging.merge(all.toList()) : all.toList();
        long dropped = 0;
        boolean over = false;
        synchronized (lock) {
            beingMerged = 0;
            if (callback != null) {
                tally.merged(all.events() - kept.size());
                replayed = Math.min(replayed, kept.size());
                List<E> left = Merging.withoutOldestNotices(kept, noticesOver(kept.size()));
                dropped = tally.dropped(kept.size() - left.size());
                addFirst(left, all.oldest());
                over = live() > most && !interest.subscriber().host();
                if (over) {
                    pause();
                }
            }
            lock.notifyAll();
        }
        if (dropped > 0) {
            events.problem(BusProblems.dropped(this, dropped));
        }
        if (over) {
            events.problem(BusProblems.paused(this));
        }
    }

    /** Some more than is needed now, so that the next notice does not make it all begin again. */
    private int noticesOver(int kept) {
        int over = live() + kept - most;
        return over <= 0 ? 0 : over + most / PART_WORTH_MERGING;
    }

    private void pause() {
        removals.keep(waiting.toList());
        waiting = new Backlog<>();
        replayed = 0;
        unmerged = 0;
        paused = true;
    }

    private void addFirst(List<E> batch, long since) {
        if (!batch.isEmpty()) {
            waiting.addFirst(batch, since);
        }
    }

    private boolean mergingDue() {
        synchronized (lock) {
            return mergesWhenDraining()
                    && interest.merges()
                    && unmerged > interest.bounds().mergedAbove()
                    && deliverable();
        }
    }

    /** Not while the picture is awaited: it has to come before what waits. */
    private boolean roomDue() {
        if (!interest.merges() || beingMerged > 0 || awaitsPicture) {
            return false;
        }
        int live = live();
        return live >= most
                ? unmerged >= most / PART_WORTH_MERGING
                        || (live > most && !interest.subscriber().host())
                : unmerged > interest.bounds().mergedAbove() && !mergesWhenDraining();
    }

    private boolean deliverable() {
        return callback != null && !delivering && beingMerged == 0 && !awaitsPicture && (paused || !waiting.isEmpty());
    }

    private int live() {
        return waiting() - replayed;
    }
}
