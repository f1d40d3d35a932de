package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.time.Instant;

/**
 * Stands in the picture's own backlog, at the place in the order of events as of which somebody wants the picture. No one
 * else ever sees it.
 *
 * @param by who wants it
 * @param at when
 */
record PictureWanted(Mailbox<?> by, Instant at) implements ConsoleEvent {}
