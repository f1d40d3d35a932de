package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of failures was written, or could not be; why not is told as a problem.
 *
 * @param file where to
 * @param count how many failures it should hold
 * @param written whether it does
 * @param at when
 */
record ExportEnded(Path file, int count, boolean written, Instant at) implements ConsoleEvent {}
