package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bus with one mailbox per subscription. Publishing appends to the mailboxes under one short lock, which gives all
 * subscribers the same order and makes a replay exact.
 */
public final class MailboxEventBus implements HostBus, MailboxEvents {
    private static final long RECHECK_MILLIS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(MailboxEventBus.class);
    private static final Texts TEXTS = Texts.of(MailboxEventBus.class);

    private final Subscriber host;
    private final Bounds bounds;
    private final UiPump pump;
    private final boolean window;
    private final List<Mailbox<?>> mailboxes = new CopyOnWriteArrayList<>();

    // guarded by publishing
    private final Object publishing = new Object();
    private final CurrentEvents current;
    private final List<Problem> untold = new ArrayList<>();
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

    MailboxEventBus(Subscriber host, IntSupplier rowsMost, Bounds bounds, boolean window) {
        this.host = host;
        this.bounds = bounds;
        this.current = new CurrentEvents(rowsMost);
        this.window = window;
        this.pump = window ? new EdtPump(this::wakeWaiting) : new NoWindow();
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

    @Override
    public void publish(List<? extends ConsoleEvent> events) {
        List<? extends ConsoleEvent> batch = List.copyOf(events);
        if (!batch.isEmpty()) {
            synchronized (publishing) {
                append(batch);
            }
        }
    }

    @Override
    public boolean publishWhenRoom(List<? extends ConsoleEvent> events, BooleanSupplier cancelled)
            throws InterruptedException {
        List<? extends ConsoleEvent> batch = List.copyOf(events);
        synchronized (publishing) {
            while (full() && !pump.onItsThread() && !cancelled.getAsBoolean()) {
                publishing.wait(RECHECK_MILLIS);
            }
            if (cancelled.getAsBoolean()) {
                return false;
            }
            if (!batch.isEmpty()) {
                append(batch);
            }
            return true;
        }
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribe(
            Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        return subscribe(host, type, on, replay, batch);
    }

    @Override
    public <E extends ConsoleEvent> Subscription subscribeEvery(
            Class<E> type, boolean withLettingGo, Consumer<? super List<E>> batch) {
        BackgroundMailbox<E> mailbox =
                new BackgroundMailbox<>(type, host, batch, this, bounds, this::wakeWaiting, false);
        if (withLettingGo) {
            mailbox.keepsRows();
        }
        return begin(mailbox, Replay.NONE);
    }

    @Override
    public EventBus viewFor(Subscriber subscriber) {
        return new EventBus() {
            @Override
            public void publish(List<? extends ConsoleEvent> events) {
                publishOrReject(events);
            }

            @Override
            public <E extends ConsoleEvent> Subscription subscribe(
                    Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
                return MailboxEventBus.this.subscribe(subscriber, type, on, replay, batch);
            }
        };
    }

    @Override
    public HostBus labelled(String label) {
        return this;
    }

    @Override
    public List<SubscriptionStatistics> statistics() {
        return mailboxes.stream().map(Mailbox::statistics).toList();
    }

    @Override
    public boolean quiesce(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline) {
            long before = publishedSoFar();
            if (awaitIdle(deadline) && pump.flush(deadline) && publishedSoFar() == before && idle()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void paused(Mailbox<?> mailbox) {
        untold.add(problem(
                mailbox,
                TEXTS.get("doing.events", mailbox.subscriber().name()),
                TEXTS.get("paused", bounds.mostWaiting()),
                TEXTS.get("paused.next")));
    }

    @Override
    public void dropped(Mailbox<?> mailbox, long noticesSoFar) {
        untold.add(problem(
                mailbox,
                TEXTS.get("doing.notices", mailbox.subscriber().name()),
                TEXTS.get("dropped", bounds.mostWaiting(), noticesSoFar),
                TEXTS.get("dropped.next")));
    }

    @Override
    public void resumed(Mailbox<?> mailbox) {
        synchronized (publishing) {
            mailbox.replay(current.replay());
        }
    }

    @Override
    public void failed(Mailbox<?> mailbox, Class<?> type, Throwable failure) {
        publish(List.of(problem(
                mailbox,
                TEXTS.get(
                        "doing.type", type.getSimpleName(), mailbox.subscriber().name()),
                CauseText.of(failure),
                TEXTS.get("failed.next"))));
        try {
            LOG.warn("{} failed on {} events", mailbox.subscriber().name(), type.getSimpleName(), failure);
        } catch (RuntimeException | LinkageError | AssertionError unspeakable) {
            LOG.warn(
                    "{} failed and its exception cannot be logged",
                    mailbox.subscriber().name());
        }
    }

    @Override
    public void closed(Mailbox<?> mailbox) {
        mailboxes.remove(mailbox);
        pump.remove(mailbox);
        wakeWaiting();
    }

    private <E extends ConsoleEvent> Subscription subscribe(
            Subscriber subscriber, Class<E> type, Delivery on, Replay replay, Consumer<? super List<E>> batch) {
        if (on == Delivery.BACKGROUND || !window) {
            return begin(
                    new BackgroundMailbox<>(type, subscriber, batch, this, bounds, this::wakeWaiting, true), replay);
        }
        Mailbox<E> mailbox = new Mailbox<>(type, subscriber, batch, this, bounds, true);
        pump.add(mailbox);
        return begin(mailbox, replay);
    }

    private Subscription begin(Mailbox<?> mailbox, Replay replay) {
        synchronized (publishing) {
            mailboxes.add(mailbox);
            if (replay == Replay.CURRENT) {
                mailbox.replay(current.replay());
            }
        }
        wake(mailbox);
        return mailbox;
    }

    private void publishOrReject(List<? extends ConsoleEvent> events) {
        List<? extends ConsoleEvent> batch = List.copyOf(events);
        synchronized (publishing) {
            if (full()) {
                throw new RejectedExecutionException("the console is behind; publish less, or later");
            }
            append(batch);
        }
    }

    private void append(List<? extends ConsoleEvent> batch) {
        published++;
        List<? extends ConsoleEvent> all = current.apply(batch);
        for (Mailbox<?> mailbox : mailboxes) {
            if (mailbox.append(mailbox.tellsLettingGo() ? all : batch)) {
                wake(mailbox);
            }
        }
        if (!untold.isEmpty()) {
            List<Problem> problems = List.copyOf(untold);
            untold.clear();
            append(problems);
        }
    }

    private void wake(Mailbox<?> mailbox) {
        if (mailbox instanceof BackgroundMailbox<?> background) {
            background.ask();
        } else {
            pump.ask();
        }
    }

    private boolean full() {
        for (Mailbox<?> mailbox : mailboxes) {
            if (mailbox.full()) {
                return true;
            }
        }
        return false;
    }

    private boolean idle() {
        for (Mailbox<?> mailbox : mailboxes) {
            if (!mailbox.idle()) {
                return false;
            }
        }
        return true;
    }

    private boolean awaitIdle(long deadline) throws InterruptedException {
        synchronized (publishing) {
            while (!idle()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                publishing.wait(Math.min(left, RECHECK_MILLIS));
            }
            return true;
        }
    }

    private long publishedSoFar() {
        synchronized (publishing) {
            return published;
        }
    }

    private void wakeWaiting() {
        synchronized (publishing) {
            publishing.notifyAll();
        }
    }

    /** What waits for the subscription that is furthest behind. */
    int longestBacklog() {
        return mailboxes.stream().mapToInt(Mailbox::waiting).max().orElse(0);
    }

    private static Problem problem(Mailbox<?> mailbox, String doing, String cause, String nextStep) {
        return new Problem(mailbox.subscriber().name(), doing, cause, nextStep, Instant.now());
    }
}
