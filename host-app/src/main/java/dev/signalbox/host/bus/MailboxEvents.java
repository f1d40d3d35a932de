package dev.signalbox.host.bus;

/** What a mailbox tells its bus. Never called with the mailbox's own lock held. */
interface MailboxEvents {

    void paused(Mailbox<?> mailbox);

    /** Told when the first was dropped, and whenever their number has doubled. */
    void dropped(Mailbox<?> mailbox, long noticesSoFar);

    void resumed(Mailbox<?> mailbox);

    void failed(Mailbox<?> mailbox, Class<?> type, Throwable failure);

    void closed(Mailbox<?> mailbox);
}
