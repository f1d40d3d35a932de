package dev.signalbox.host.bus;

import java.awt.EventQueue;
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
    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final List<Mailbox<?>> mailboxes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Runnable drained;

    // EDT only
    private long lastFrame = System.nanoTime() - FRAME_NANOS;
    private int next;

    EdtPump(Runnable drained) {
        this.drained = drained;
    }

    @Override
    public void add(Mailbox<?> mailbox) {
        mailboxes.add(mailbox);
    }

    @Override
    public void remove(Mailbox<?> mailbox) {
        mailboxes.remove(mailbox);
    }

    @Override
    public void ask() {
        if (asked.compareAndSet(false, true)) {
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
        long early = FRAME_NANOS - (System.nanoTime() - lastFrame);
        if (early > 0) {
            Timer timer = new Timer((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(early)), event -> drain());
            timer.setRepeats(false);
            timer.start();
        } else {
            drain();
        }
    }

    /** Round robin, going on where the last frame stopped, so that a busy mailbox does not starve the others. */
    private void drain() {
        long start = System.nanoTime();
        asked.set(false);
        Object[] all = mailboxes.toArray();
        int idle = 0;
        try {
            while (idle < all.length && System.nanoTime() - start < BUDGET_NANOS) {
                Mailbox<?> mailbox = (Mailbox<?>) all[Math.floorMod(next++, all.length)];
                idle = mailbox.deliver() ? 0 : idle + 1;
            }
        } finally {
            // Also when an error of the machine passes through: the others go on.
            lastFrame = System.nanoTime();
            drained.run();
            if (idle < all.length) {
                ask();
            }
        }
    }
}
