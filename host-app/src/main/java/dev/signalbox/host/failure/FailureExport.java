package dev.signalbox.host.failure;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.export.Progress;
import dev.signalbox.host.export.TextRows;
import dev.signalbox.host.export.WholeFile;
import dev.signalbox.host.export.WhyNotWritten;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.ui.Texts;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Writes failures to a CSV file, on the bus's thread: a slow disk never holds the window. */
final class FailureExport {
    private static final Texts TEXTS = Texts.of(FailureExport.class);

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
            WholeFile.write(request.file(), rows(request.failures()), new Progress());
            outcome.add(new ExportEnded(request.file(), count, true, clock.instant()));
        } catch (IOException e) {
            WhyNotWritten why = WhyNotWritten.of(e);
            outcome.add(new Problem(
                    HostSettings.PREFIX,
                    TEXTS.get("export.doing", request.file()),
                    why.cause(),
                    TEXTS.get("export.next", why.nextStep()),
                    clock.instant()));
            outcome.add(new ExportEnded(request.file(), count, false, clock.instant()));
        }
        return outcome;
    }

    private TextRows rows(List<Failure> failures) {
        Times times = Times.ofUser(clock);
        return TextRows.csv(
                List.of(TEXTS.get("export.columns").split(",", -1)),
                failures.size(),
                row -> cells(failures.get(row), times));
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
}
