package dev.signalbox.host.bus;

import dev.signalbox.api.Problem;
import dev.signalbox.host.ui.Texts;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bus says of its subscribers, in words. */
final class BusProblems {
    private static final Logger LOG = LoggerFactory.getLogger(BusProblems.class);
    private static final Texts TEXTS = Texts.of(BusProblems.class);

    private BusProblems() {}

    static Problem paused(Mailbox<?> mailbox) {
        return problem(mailbox, "doing.events", TEXTS.get("paused", most(mailbox)), TEXTS.get("paused.next"));
    }

    static Problem forgotRemovals(Mailbox<?> mailbox) {
        return problem(mailbox, "doing.events", TEXTS.get("forgot", most(mailbox)), TEXTS.get("forgot.next"));
    }

    static Problem dropped(Mailbox<?> mailbox, long noticesSoFar) {
        return problem(
                mailbox, "doing.notices", TEXTS.get("dropped", most(mailbox), noticesSoFar), TEXTS.get("dropped.next"));
    }

    /** The log has the whole story; the Problem only what a plug-in's Throwable says of itself. */
    static Problem failed(Mailbox<?> mailbox, Throwable failure) {
        String name = mailbox.interest().subscriber().name();
        String type = mailbox.interest().type().getSimpleName();
        try {
            LOG.warn("{} failed on {} events", name, type, failure);
        } catch (RuntimeException | LinkageError | AssertionError unspeakable) {
            LOG.warn("{} failed and its exception cannot be logged", name);
        }
        return problem(mailbox, "doing.type", CauseText.of(failure), TEXTS.get("failed.next"));
    }

    private static Problem problem(Mailbox<?> mailbox, String doing, String cause, String nextStep) {
        String name = mailbox.interest().subscriber().name();
        String type = mailbox.interest().type().getSimpleName();
        return new Problem(name, TEXTS.get(doing, name, type), cause, nextStep, Instant.now());
    }

    private static int most(Mailbox<?> mailbox) {
        return mailbox.interest().bounds().mostWaiting();
    }
}
