package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.time.Instant;

/**
 * A source is gone from the console; its rows were removed before.
 *
 * @param source which
 * @param at when
 */
public record SourceWithdrawn(String source, Instant at) implements ConsoleEvent {}
