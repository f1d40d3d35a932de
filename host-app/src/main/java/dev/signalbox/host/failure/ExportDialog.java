package dev.signalbox.host.failure;

import dev.signalbox.api.EventBus;
import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks where failures shall be written, and says how that went. */
final class ExportDialog {
    private static final Texts TEXTS = Texts.of(ExportDialog.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    private final JComponent parent;
    private final EventBus bus;
    private final InstantSource clock;
    private final Consumer<String> notice;

    ExportDialog(JComponent parent, EventBus bus, InstantSource clock, Consumer<String> notice) {
        this.parent = parent;
        this.bus = bus;
        this.clock = clock;
        this.notice = notice;
    }

    void ask(List<Failure> failures) {
        Instant now = clock.instant();
        JFileChooser chooser = new JFileChooser();
        chooser.setName("failure.export-file");
        chooser.putClientProperty("html.disable", true);
        chooser.setDialogTitle(TEXTS.get("export.title"));
        chooser.setFileFilter(new FileNameExtensionFilter(TEXTS.get("export.kind"), "csv"));
        chooser.setSelectedFile(new File(TEXTS.get("export.file", NAME.format(now.atZone(ZoneId.systemDefault())))));
        if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        Path file = chooser.getSelectedFile().toPath();
        if (file.toFile().exists() && !replace(file)) {
            return;
        }
        try {
            bus.publish(List.of(new ExportRequested(file, failures, now)));
            notice.accept(TEXTS.get("notice.exporting", file.getFileName()));
        } catch (RejectedExecutionException full) {
            notice.accept(TEXTS.get("notice.not-exported", file.getFileName()));
        }
    }

    void ended(ExportEnded end) {
        notice.accept(
                end.written()
                        ? TEXTS.get("notice.exported", end.count(), end.file().getFileName())
                        : TEXTS.get("notice.not-exported", end.file().getFileName()));
    }

    private boolean replace(Path file) {
        String question = TEXTS.get("export.replace.question", PlainText.of(String.valueOf(file.getFileName())));
        return JOptionPane.showConfirmDialog(
                        parent, question, TEXTS.get("export.replace"), JOptionPane.OK_CANCEL_OPTION)
                == JOptionPane.OK_OPTION;
    }
}
