package dev.signalbox.host.bus;

import dev.signalbox.api.Problem;
import dev.signalbox.host.ui.Texts;
import java.time.Instant;

/** What the bus says of its subscribers, in words. */
final class BusProblems {
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

    static Problem failed(Mailbox<?> mailbox, Throwable failure) {
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
