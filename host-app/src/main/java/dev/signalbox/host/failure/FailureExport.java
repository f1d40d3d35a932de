package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Writes failures to a CSV file, on the bus's thread: a slow disk never holds the window. */
final class FailureExport {
    private static final Texts TEXTS = Texts.of(FailureExport.class);

    /** Without it spreadsheets do not read the file as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final EventBus bus;
    private final InstantSource clock;

    @Inject
    FailureExport(EventBus bus, InstantSource clock) {
        this.bus = bus;
        this.clock = clock;
    }

    Subscription start() {
        return bus.subscribe(
                ExportRequested.class,
                Delivery.BACKGROUND,
                Replay.NONE,
                requests -> requests.forEach(request -> bus.publish(write(request))));
    }

    private List<ConsoleEvent> write(ExportRequested request) {
        List<ConsoleEvent> outcome = new ArrayList<>();
        int count = request.failures().size();
        try {
            write(request.file(), request.failures());
            outcome.add(new ExportEnded(request.file(), count, true, clock.instant()));
        } catch (IOException e) {
            outcome.add(new Problem(
                    HostSettings.PREFIX,
                    TEXTS.get("export.doing", request.file()),
                    why(e),
                    TEXTS.get("export.next"),
                    clock.instant()));
            outcome.add(new ExportEnded(request.file(), count, false, clock.instant()));
        }
        return outcome;
    }

    private void write(Path file, List<Failure> failures) throws IOException {
        Times times = Times.ofUser(clock);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(BYTE_ORDER_MARK);
            out.write(Csv.line(List.of(TEXTS.get("export.columns").split(",", -1))));
            for (Failure failure : failures) {
                out.write(Csv.line(cells(failure, times)));
            }
        }
    }

    private static List<String> cells(Failure failure, Times times) {
        var recoveredAt = failure.recoveredAt();
        return List.of(
                failure.key().source(),
                failure.key().topic(),
                failure.key().id(),
                failure.latest().state(),
                failure.latest().status(),
                failure.text(),
                times.inFull(failure.first()),
                times.inFull(failure.last()),
                String.valueOf(failure.count()),
                recoveredAt == null ? "" : times.inFull(recoveredAt));
    }

    private static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return TEXTS.get("export.denied");
        }
        if (e instanceof NoSuchFileException) {
            return TEXTS.get("export.no-folder");
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
