package dev.signalbox.host.bus;

import dev.signalbox.api.Problem;

/** What a mailbox tells its bus. Only {@link #closed} is called with the bus's lock held. */
interface MailboxEvents {

    void problem(Problem problem);

    /** It was paused, has caught up, and needs the current picture. */
    void resumed(Mailbox<?> mailbox);

    void closed(Mailbox<?> mailbox);
}
