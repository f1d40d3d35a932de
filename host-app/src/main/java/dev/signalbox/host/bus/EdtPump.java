package dev.signalbox.host.bus;

import java.awt.EventQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.Timer;

/**
 * The one crossing from other threads to the EDT. However many events wait, the EDT is asked once; it delivers at most
 * once a frame and for a bounded time, and paints in between.
 */
final class EdtPump implements UiPump {
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    /**
     * When so much waits that sources have to wait too. Larger frames would gain nothing then; others need the processor, and
     * the operator's turn comes sooner.
     */
    private static final long FLOOD_BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<UiMailbox<?>> mailboxes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    // EDT only
    private final FramePace pace = new FramePace();
    private final Timer timer = new Timer(0, event -> frame());
    private int next;

    EdtPump() {
        timer.setRepeats(false);
    }

    @Override
    public void add(UiMailbox<?> mailbox) {
        mailboxes.add(mailbox);
    }

    @Override
    public void remove(Mailbox<?> mailbox) {
        mailboxes.remove(mailbox);
    }

    @Override
    public void ask() {
        if (!asked.get() && asked.compareAndSet(false, true)) {
            EventQueue.invokeLater(this::frame);
        }
    }

    @Override
    public boolean onItsThread() {
        return EventQueue.isDispatchThread();
    }

    @Override
    public boolean flush(long deadlineNanos) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        EventQueue.invokeLater(reached::countDown);
        return reached.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void frame() {
        long left = pace.nanosLeft(System.nanoTime());
        if (left < MILLISECOND) {
            drain();
        } else {
            timer.setInitialDelay((int) (left / MILLISECOND));
            timer.restart();
        }
    }

    /**
     * Each mailbox once, and those that had more than fitted again while there is time worth a call. Goes on where the last frame
     * stopped, so that a busy mailbox does not starve the others. What arrives meanwhile belongs to the next frame.
     */
    private void drain() {
        long start = System.nanoTime();
        pace.begins(start);
        long budget = mailboxes.stream().anyMatch(Mailbox::isNearlyFull) ? FLOOD_BUDGET_NANOS : BUDGET_NANOS;
        asked.set(false);
        Deque<UiMailbox<?>> turns = turns();
        try {
            for (long left = budget; left > 0 && !turns.isEmpty(); left = start + budget - System.nanoTime()) {
                UiMailbox<?> mailbox = turns.remove();
                next++;
                if (mailbox.deliverWithin(left)) {
                    pace.fallsBehind();
                    if (mailbox.isWorthCallingFor(start + budget - System.nanoTime())) {
                        turns.add(mailbox);
                    }
                }
            }
            if (!turns.isEmpty()) {
                pace.fallsBehind();
            }
        } finally {
            // Also when an error of the machine passes through: the others go on.
            if (mailboxes.stream().anyMatch(Mailbox::more)) {
                ask();
            }
            // Swing has posted the painting by now, so this comes after it.
            EventQueue.invokeLater(() -> pace.painted(System.nanoTime()));
        }
    }

    private Deque<UiMailbox<?>> turns() {
        List<UiMailbox<?>> all = List.copyOf(mailboxes);
        Deque<UiMailbox<?>> turns = new ArrayDeque<>(all.size() + 1);
        for (int i = 0; i < all.size(); i++) {
            turns.add(all.get(Math.floorMod(next + i, all.size())));
        }
        return turns;
    }
}
