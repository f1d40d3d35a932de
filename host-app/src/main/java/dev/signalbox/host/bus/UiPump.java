package dev.signalbox.host.bus;

/** Delivers to the mailboxes of the window, on its thread. A host without a window has none. */
interface UiPump {

    void add(UiMailbox<?> mailbox);

    void remove(Mailbox<?> mailbox);

    /** Something waits in one of the mailboxes. Any thread. */
    void ask();

    /** Whether the calling thread is the one that delivers, and so must not wait for a delivery. */
    boolean onItsThread();

    /** Waits until the thread has done what it was asked so far; false if that takes longer than until the deadline. */
    boolean flush(long deadlineNanos) throws InterruptedException;
}
