package dev.signalbox.host.tail;

import dev.signalbox.api.ConsoleEvent;

/** How what happens is put on a line. */
interface LineFormat {

    /** Appends the event's line, without its end; nothing for an event that has no line. */
    void append(ConsoleEvent event, StringBuilder line);
}
