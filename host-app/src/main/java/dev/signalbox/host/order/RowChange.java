package dev.signalbox.host.order;

import dev.signalbox.api.WorkEvent;
import java.time.Instant;

/**
 * One step in the history of a row.
 *
 * @param at when
 * @param state its state then
 * @param status its status then
 * @param message its message then
 * @param meaning what that meant
 * @param repeats how often the same was said again before the next step
 * @param lastRepeat when it was said last; without a repeat the time of the step
 */
record RowChange(
        Instant at, String state, String status, String message, Meaning meaning, int repeats, Instant lastRepeat) {

    static RowChange of(WorkEvent event) {
        return new RowChange(
                event.at(), event.state(), event.status(), event.message(), Meaning.of(event), 0, event.at());
    }

    RowChange repeated(int times, Instant last) {
        return new RowChange(at, state, status, message, meaning, times, last);
    }

    /** Whether an update names a row without saying anything of it, as a snapshot may: that row has not moved yet. */
    static boolean saysNothing(WorkEvent event) {
        return !event.settled()
                && !event.failed()
                && event.state().isEmpty()
                && event.status().isEmpty()
                && event.message().isEmpty();
    }
}
