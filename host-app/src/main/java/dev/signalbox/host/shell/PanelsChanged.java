package dev.signalbox.host.shell;

import dev.signalbox.api.ConsoleEvent;
import java.time.Instant;

/**
 * A panel came or went; carries the news to the EDT.
 *
 * @param at when
 */
record PanelsChanged(Instant at) implements ConsoleEvent {}
