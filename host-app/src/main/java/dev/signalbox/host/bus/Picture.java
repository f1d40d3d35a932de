package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Problem;
import dev.signalbox.host.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Keeps the current picture up to date on a thread of its own, gives it to those who subscribe late, and is the one place
 * that decides which rows are kept. It reads the same batches as everybody, through a mailbox like everybody's.
 */
final class Picture {
    private static final int REMOVALS_PER_PROBLEM = 1_000;

    /** So few events are read under the lock, to decide on rows as of this very moment. */
    private static final int FEW = 1_024;

    private static final Bounds BOUNDS = new Bounds(65_536, 65_536, 65_536);
    private static final Texts TEXTS = Texts.of(Picture.class);

    private final IntSupplier rowsMost;
    private final Object lock;
    private final Dispatch dispatch;
    private final BackgroundMailbox<ConsoleEvent> mailbox;

    // the picture's thread only
    private final CurrentEvents current = new CurrentEvents();
    private long letGo;

    // guarded by the bus's lock
    private int wanted;
    private boolean undecided;

    Picture(Subscriber host, IntSupplier rowsMost, Object lock, Dispatch dispatch, MailboxEvents events) {
        this.rowsMost = rowsMost;
        this.lock = lock;
        this.dispatch = dispatch;
        Subscriber itself = new Subscriber(host.name(), new PictureThread(), host.loader(), true);
        this.mailbox = new BackgroundMailbox<>(
                new Interest<>(itself, Purpose.UNSAID, ConsoleEvent.class, Delivery.BACKGROUND, false, false, BOUNDS),
                this::take,
                lock,
                events);
    }

    Mailbox<?> mailbox() {
        return mailbox;
    }

    /**
     * The mailbox gets the picture as of now, as soon as that is known, and nothing before it. Under the lock.
     *
     * @return whether to attend to the picture's own mailbox when the lock is free
     */
    boolean want(Mailbox<?> by) {
        wanted++;
        by.awaitPicture();
        return mailbox.append(List.of(new PictureWanted(by, Instant.EPOCH)), System.nanoTime());
    }

    /** Whether sources have to wait for it. Under the lock. */
    boolean behind() {
        return mailbox.full() || (undecided && mailbox.waiting() > FEW);
    }

    private void take(List<ConsoleEvent> events) {
        for (ConsoleEvent event : events) {
            if (event instanceof PictureWanted asked) {
                give(asked.by());
            } else {
                current.apply(event);
            }
        }
        while (undecided || rowsOver() > 0) {
            if (!decide()) {
                return;
            }
        }
    }

    private <E extends ConsoleEvent> void give(Mailbox<E> by) {
        synchronized (lock) {
            wanted--;
        }
        by.replay(current.replay(by.interest()));
    }

    /**
     * Lets go of rows, if there still are too many after the very last event, and publishes their removal at this place in
     * the order of events: a row that has just moved is young, and nothing follows that the picture does not know of.
     *
     * @return false if there is too much to read first; then it is asked again after that
     */
    private boolean decide() {
        List<Mailbox<?>> needy;
        synchronized (lock) {
            undecided = wanted > 0 || mailbox.waiting() > FEW;
            if (undecided) {
                return false;
            }
            mailbox.take(FEW).toList().forEach(current::apply);
            if (rowsOver() <= 0) {
                return true;
            }
            needy = dispatch.append(removals(Math.min(rowsOver(), FEW)), true);
        }
        needy.forEach(Mailbox::attend);
        return true;
    }

    private List<ConsoleEvent> removals(int count) {
        List<ConsoleEvent> told = new ArrayList<>(current.letGo(count));
        long before = letGo;
        letGo += count;
        if (problems(letGo) > problems(before)) {
            told.add(new Problem(
                    "console",
                    TEXTS.get("doing.keep"),
                    TEXTS.get("let.go", rowsMost.getAsInt()),
                    TEXTS.get("let.go.next"),
                    Instant.now()));
        }
        return List.copyOf(told);
    }

    /** The first row let go of is told, and every thousandth after it. */
    private static long problems(long removals) {
        return (removals + REMOVALS_PER_PROBLEM - 1) / REMOVALS_PER_PROBLEM;
    }

    private int rowsOver() {
        return current.rows() - rowsMost.getAsInt();
    }
}
