package dev.signalbox.api;

import java.time.Instant;

/** Something that happened, as it travels on the {@link EventBus}. Every event is an immutable record. */
public interface ConsoleEvent {

    /**
     * When it happened, by the clock of whoever made the event.
     *
     * @return the time
     */
    Instant at();
}
