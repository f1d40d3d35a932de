package dev.signalbox.host.order;

import dev.signalbox.host.export.ExportDialog;
import dev.signalbox.host.export.FileFormat;
import dev.signalbox.host.export.JobStrip;
import dev.signalbox.host.export.TextRows;
import dev.signalbox.host.export.WholeFile;
import dev.signalbox.host.export.WhyNotWritten;
import dev.signalbox.host.ui.Clipboards;
import dev.signalbox.host.ui.Command;
import dev.signalbox.host.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.swing.JComponent;

/**
 * How rows leave the panel: to the clipboard or to a file. What they say is taken on the EDT in one quick pass, and becomes
 * text off it; the strip shows how far that is.
 */
final class RowsLeaving {
    /** So many are copied at once, without anything to see. */
    private static final int COPIED_AT_ONCE = 2_000;

    private final Texts texts;
    private final RowWords words;
    private final Clock clock;
    private final JobStrip strip;
    private final ExportDialog dialog;

    RowsLeaving(Texts texts, RowWords words, Clock clock, JobStrip strip) {
        this.texts = texts;
        this.words = words;
        this.clock = clock;
        this.strip = strip;
        this.dialog = new ExportDialog(
                "orders.export-file", texts.get("export.title"), List.of(FileFormat.CSV, FileFormat.JSON));
    }

    void copy(List<OrderRow> rows, List<OrderColumn> columns) {
        TextRows text = CopiedRows.of(RowSnapshot.of(rows), columns, words);
        if (rows.size() <= COPIED_AT_ONCE) {
            copied(text.text(new dev.signalbox.host.export.Progress()), rows.size());
            return;
        }
        boolean begun = strip.run(
                texts.get("copy.doing"), rows.size(), text::text, done -> copied(done, rows.size()), this::notCopied);
        refuseUnless(begun);
    }

    /** Puts a text on the clipboard and says so, or says why not. */
    void copy(String text, String notice) {
        if (Clipboards.copy(text)) {
            strip.tell(notice);
        } else {
            strip.warn(texts.get("copy.busy"));
        }
    }

    /** Asks where to, then writes what the table shows when that is answered. */
    void export(JComponent parent, OrderTable table) {
        dialog.ask(parent, texts.get("export.file"), clock.instant()).ifPresent(choice -> {
            List<RowSnapshot> rows = RowSnapshot.of(table.shown());
            TextRows text = new ExportedRows(rows, table.shownColumns(), clock.getZone()).as(choice.format());
            Path file = choice.file();
            boolean begun = strip.run(
                    texts.get("export.doing", file.getFileName()),
                    rows.size(),
                    progress -> {
                        WholeFile.write(file, text, progress);
                        return file;
                    },
                    written -> strip.tell(texts.get("export.done", rows.size(), written)),
                    failure -> notWritten(file, failure));
            refuseUnless(begun);
        });
    }

    private void copied(String text, int count) {
        copy(text, texts.get("copy.done", count));
    }

    private void notCopied(IOException failure) {
        strip.warn(texts.get("copy.failed", String.valueOf(failure.getMessage())));
    }

    private void notWritten(Path file, IOException failure) {
        WhyNotWritten why = WhyNotWritten.of(failure);
        strip.warn(texts.get("export.failed", file, why.cause(), why.nextStep()));
    }

    private static void refuseUnless(boolean begun) {
        if (!begun) {
            Command.refuse();
        }
    }
}
