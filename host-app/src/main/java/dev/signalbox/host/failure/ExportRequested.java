package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The operator wants failures in a file.
 *
 * @param file where to
 * @param failures which
 * @param at when
 */
record ExportRequested(Path file, List<Failure> failures, Instant at) implements ConsoleEvent {

    ExportRequested {
        failures = List.copyOf(failures);
    }
}
