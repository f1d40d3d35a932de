package dev.signalbox.host.source;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.SessionEnd;
import dev.signalbox.host.bus.CauseText;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** How a session was left, as far as the supervisor's decision goes. Text only: no object of a plug-in is kept. */
sealed interface SessionOutcome {

    /** The reason in words. */
    String reason();

    /** The peer closed; more may come. */
    record Ended(String reason) implements SessionOutcome {}

    /** The peer said that nothing more will come. */
    record Finished(String reason) implements SessionOutcome {}

    /** Trying again as things are will not help. */
    record Refused(String reason, String nextStep) implements SessionOutcome {}

    /** The session broke. */
    record Lost(String reason) implements SessionOutcome {}

    /** Runs a session to its end, whatever the end. */
    static SessionOutcome of(Callable<SessionEnd> session) {
        try {
            SessionEnd end = session.call();
            return end.again() ? new Ended(end.reason()) : new Finished(end.reason());
        } catch (Throwable thrown) {
            return of(thrown);
        }
    }

    static SessionOutcome of(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException
                        || cause instanceof CompletionException
                        || cause instanceof UndeclaredThrowableException
                        || cause instanceof UncheckedIOException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = CauseText.message(cause);
        String words = message.isBlank() ? cause.getClass().getSimpleName() : message;
        if (cause instanceof FatalSourceException fatal) {
            return new Refused(words, fatal.nextStep());
        }
        // An Error, such as a missing class, is no passing fault of the network; but the console goes on trying all the
        // same: it cannot know what a plug-in's library does with it.
        boolean telling = cause instanceof java.io.IOException;
        return new Lost(telling ? words : cause.getClass().getSimpleName() + ": " + words);
    }
}
