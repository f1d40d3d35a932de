package dev.signalbox.host.failure;

import dev.signalbox.api.EventBus;
import dev.signalbox.host.export.ExportDialog;
import dev.signalbox.host.export.FileFormat;
import dev.signalbox.host.ui.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** Asks where failures shall be written, and says how that went. */
final class FailureExportDialog {
    private static final Texts TEXTS = Texts.of(FailureExportDialog.class);

    private final JComponent parent;
    private final EventBus bus;
    private final InstantSource clock;
    private final Consumer<String> notice;
    private final ExportDialog dialog =
            new ExportDialog("failure.export-file", TEXTS.get("export.title"), List.of(FileFormat.CSV));

    FailureExportDialog(JComponent parent, EventBus bus, InstantSource clock, Consumer<String> notice) {
        this.parent = parent;
        this.bus = bus;
        this.clock = clock;
        this.notice = notice;
    }

    void ask(List<Failure> failures) {
        Instant now = clock.instant();
        dialog.ask(parent, TEXTS.get("export.file"), now).ifPresent(choice -> write(choice.file(), failures, now));
    }

    void ended(ExportEnded end) {
        notice.accept(
                end.written()
                        ? TEXTS.get("notice.exported", end.count(), end.file().getFileName())
                        : TEXTS.get("notice.not-exported", end.file().getFileName()));
    }

    private void write(Path file, List<Failure> failures, Instant now) {
        try {
            bus.publish(List.of(new ExportRequested(file, failures, now)));
            notice.accept(TEXTS.get("notice.exporting", file.getFileName()));
        } catch (RejectedExecutionException full) {
            notice.accept(TEXTS.get("notice.not-exported", file.getFileName()));
        }
    }
}
