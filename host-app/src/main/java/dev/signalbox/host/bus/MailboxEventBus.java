package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * A bus with one mailbox per subscription. Publishing appends the batch as it is to the mailboxes that want it, under one
 * short lock. That gives all subscribers the same order, and a replay a definite place in it. Whatever takes longer happens
 * outside the lock: merging, waking, delivering, keeping the picture.
 */
public final class MailboxEventBus implements HostBus, MailboxEvents {
    private static final long RECHECK_MILLIS = 50;

    private final Subscriber host;
    private final Bounds bounds;
    private final boolean window;
    private final UiPump pump;

    // guarded by the lock
    private final Object lock = new Object();
    private final Dispatch dispatch = new Dispatch();
    private final Picture picture;
    private long published;

    /**
     * Makes the bus of a console with a window.
     *
     * @param host the console as a subscriber
     * @param rowsMost how many rows are kept
     */
    public MailboxEventBus(Subscriber host, IntSupplier rowsMost) {
        this(host, rowsMost, Bounds.USUAL);
    }

    MailboxEventBus(Subscriber host, IntSupplier rowsMost, Bounds bounds) {
        this(host, rowsMost, bounds, true);
    }

    private MailboxEventBus(Subscriber host, IntSupplier rowsMost, Bounds bounds, boolean window) {
        this.host = host;
        this.bounds = bounds;
        this.window = window;
        this.pump = window ? new EdtPump() : new NoWindow();
        this.picture = new Picture(host, rowsMost, lock, dispatch, this);
        this.dispatch.add(picture.mailbox());
    }

    /**
     * Makes the bus of a host without a window. What would come on the window's thread comes on the subscriber's own
     * background thread: still in order and one batch at a time. Loads no class of AWT.
     *
     * @param host the host as a subscriber
     * @param rowsMost how many rows are kept
     * @return the bus
     */
    public static MailboxEventBus withoutWindow(Subscriber host, IntSupplier rowsMost) {
        return new MailboxEventBus(host, rowsMost, Bounds.USUAL, false);
    }

    // ---- publishing

    @Override
    public void publish(List<? extends ConsoleEvent> events) {
        List<? extends ConsoleEvent> batch = List.copyOf(events);
        List<Mailbox<?>> needy;
        synchronized (lock) {
            needy = append(batch);
        }
        attend(needy);
    }

    @Override
    public boolean publishWhenRoom(List<? extends ConsoleEvent> events, BooleanSupplier cancelled)
            throws InterruptedException {
        List<? extends ConsoleEvent> batch = List.copyOf(events);
        List<Mailbox<?>> needy;
        synchronized (lock) {
            while (full() && !pump.onItsThread() && !cancelled.getAsBoolean()) {
                lock.wait(RECHECK_MILLIS);
            }
            if (cancelled.getAsBoolean()) {
                return false;
            }
            needy = append(batch);
        }
        attend(needy);
        return true;
    }

    void publishOrReject(List<? extends ConsoleEvent> events) {
        List<? extends ConsoleEvent> batch = List.copyOf(events);
        List<Mailbox<?>> needy;
        synchronized (lock) {
            if (full()) {
                throw new RejectedExecutionException("the console is behind; publish less, or later");
            }
            needy = append(batch);
        }
        attend(needy);
    }

    private List<Mailbox<?>> append(List<? extends ConsoleEvent> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        published++;
        return dispatch.append(batch, false);
    }

    private static void attend(List<Mailbox<?>> needy) {
        for (Mailbox<?> mailbox : needy) {
            mailbox.attend();
        }
    }

    private boolean full() {
        if (picture.behind()) {
            return true;
        }
        for (Mailbox<?> mailbox : dispatch.all()) {
            if (mailbox.full()) {
                return true;
            }
        }
        return false;
    }

    // ---- subscribing

    @Override
    public <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        return subscribe(host, Purpose.UNSAID, type, on, replay, batch);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribeEvery(
            Class<E> type, boolean withLettingGo, Consumer<? super List<E>> batch) {
        return subscribeEvery(Purpose.UNSAID, type, withLettingGo, batch);
    }

    <E extends ConsoleEvent> Subscription subscribeEvery(
            Purpose purpose, Class<E> type, boolean withLettingGo, Consumer<? super List<E>> batch) {
        Interest<E> interest = new Interest<>(host, purpose, type, Delivery.BACKGROUND, false, withLettingGo, bounds);
        return begin(new BackgroundMailbox<>(interest, batch, lock, this), Replay.NONE);
    }

    <E extends ConsoleEvent> Subscription subscribe(
            Subscriber subscriber,
            Purpose purpose,
            Class<E> type,
            Delivery on,
            Replay replay,
            Consumer<? super List<E>> batch) {
        Interest<E> interest = new Interest<>(subscriber, purpose, type, on, true, true, bounds);
        if (on == Delivery.BACKGROUND || !window) {
            return begin(new BackgroundMailbox<>(interest, batch, lock, this), replay);
        }
        UiMailbox<E> mailbox = new UiMailbox<>(interest, batch, lock, this, pump);
        pump.add(mailbox);
        return begin(mailbox, replay);
    }

    private Subscription begin(Mailbox<?> mailbox, Replay replay) {
        boolean needy = false;
        synchronized (lock) {
            dispatch.add(mailbox);
            if (replay == Replay.CURRENT) {
                needy = picture.want(mailbox);
            }
        }
        if (needy) {
            picture.mailbox().attend();
        }
        return mailbox;
    }

    Subscriber host() {
        return host;
    }

    @Override
    public EventBus viewFor(Subscriber subscriber) {
        return new PluginBus(this, subscriber, Purpose.UNSAID);
    }

    @Override
    public HostBus labelled(String label) {
        return new BusFor(this, new Purpose(label, null));
    }

    @Override
    public HostBus except(Class<? extends ConsoleEvent> kind) {
        return new BusFor(this, new Purpose("", kind));
    }

    // ---- what mailboxes tell

    @Override
    public void problem(Problem problem) {
        publish(List.of(problem));
    }

    @Override
    public void resumed(Mailbox<?> mailbox) {
        boolean needy;
        synchronized (lock) {
            needy = mailbox.isPaused() && picture.want(mailbox);
        }
        if (needy) {
            picture.mailbox().attend();
        }
    }

    @Override
    public void closed(Mailbox<?> mailbox) {
        dispatch.remove(mailbox);
        pump.remove(mailbox);
        lock.notifyAll();
    }

    // ---- looking on

    @Override
    public List<SubscriptionStatistics> statistics() {
        synchronized (lock) {
            return subscriptions().map(Mailbox::statistics).toList();
        }
    }

    @Override
    public boolean quiesce(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline) {
            long before = publishedSoFar();
            if (awaitIdle(deadline)
                    && pump.flush(deadline)
                    && publishedSoFar() == before
                    && awaitIdle(System.nanoTime())) {
                return true;
            }
        }
        return false;
    }

    /** What waits for the subscription that is furthest behind. */
    int longestBacklog() {
        synchronized (lock) {
            return subscriptions().mapToInt(Mailbox::waiting).max().orElse(0);
        }
    }

    /** Whether the picture is that of this moment, and everybody who asked for it has it. */
    boolean pictureUpToDate() {
        synchronized (lock) {
            return picture.mailbox().idle();
        }
    }

    private Stream<Mailbox<?>> subscriptions() {
        return Arrays.stream(dispatch.all()).filter(mailbox -> mailbox != picture.mailbox());
    }

    private boolean awaitIdle(long deadline) throws InterruptedException {
        synchronized (lock) {
            while (!Arrays.stream(dispatch.all()).allMatch(Mailbox::idle)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                lock.wait(Math.min(left, RECHECK_MILLIS));
            }
            return true;
        }
    }

    private long publishedSoFar() {
        synchronized (lock) {
            return published;
        }
    }
}
