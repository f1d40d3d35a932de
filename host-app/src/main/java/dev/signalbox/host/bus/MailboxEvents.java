package dev.signalbox.host.bus;

/** What a mailbox tells its bus. Only {@link #closed} is called with the bus's lock held. */
interface MailboxEvents {

    void paused(Mailbox<?> mailbox);

    /** Told when the first was dropped, and whenever their number has doubled. */
    void dropped(Mailbox<?> mailbox, long noticesSoFar);

    /** It has caught up and needs the current picture. */
    void resumed(Mailbox<?> mailbox);

    /** While it was paused more rows were removed than could be remembered. */
    void forgotRemovals(Mailbox<?> mailbox);

    void failed(Mailbox<?> mailbox, Throwable failure);

    void closed(Mailbox<?> mailbox);
}
