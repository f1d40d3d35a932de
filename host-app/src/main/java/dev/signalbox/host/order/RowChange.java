package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;

/** One step in the history of a row. */
record RowChange(Instant at, String state, String status, String message, Meaning meaning) {

    static RowChange of(WorkEvent event) {
        return new RowChange(event.at(), event.state(), event.status(), event.message(), Meaning.of(event));
    }

    /** Whether the other step says the same, whenever it was. */
    boolean repeats(RowChange other) {
        return meaning == other.meaning
                && state.equals(other.state)
                && status.equals(other.status)
                && message.equals(other.message);
    }
}
