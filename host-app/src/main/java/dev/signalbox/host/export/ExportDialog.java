package dev.signalbox.host.export;

import dev.signalbox.host.ui.PlainText;
import dev.signalbox.host.ui.Texts;
import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileFilter;
import javax.swing.filechooser.FileNameExtensionFilter;
import javax.swing.plaf.FileChooserUI;
import javax.swing.plaf.basic.BasicFileChooserUI;
import org.jspecify.annotations.Nullable;

/** Asks where something shall be written and in which form, and whether a file there may go. Remembers the folder. EDT. */
public final class ExportDialog {
    private static final Texts TEXTS = Texts.of(ExportDialog.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    private final String name;
    private final String title;
    private final List<FileFormat> formats;
    private @Nullable File folder;

    /**
     * What the operator chose.
     *
     * @param file where
     * @param format in which form
     */
    public record Choice(Path file, FileFormat format) {}

    /**
     * Makes the dialog; it is shown by {@link #ask}.
     *
     * @param name of the file chooser, for tests
     * @param title what is exported
     * @param formats what it can be written as; the first is offered first
     */
    public ExportDialog(String name, String title, List<FileFormat> formats) {
        this.name = name;
        this.title = title;
        this.formats = List.copyOf(formats);
    }

    /**
     * Asks, and waits for the answer while the window goes on.
     *
     * @param parent the dialog lies over its window
     * @param subject the first word of the name that is offered
     * @param now the rest of it
     * @return the choice, or empty if the operator went away
     */
    public Optional<Choice> ask(Component parent, String subject, Instant now) {
        String stamp = NAME.format(now.atZone(ZoneId.systemDefault()));
        JFileChooser chooser = chooser(subject + "-" + stamp);
        while (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            Choice choice = chosen(chooser);
            if (!Files.exists(choice.file()) || mayGo(choice.file(), parent)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    private JFileChooser chooser(String fileName) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setName(name);
        chooser.putClientProperty("html.disable", true);
        chooser.setDialogTitle(title);
        chooser.setAcceptAllFileFilterUsed(false);
        formats.forEach(format -> chooser.addChoosableFileFilter(
                new FileNameExtensionFilter(TEXTS.get("kind." + format.ending()), format.ending())));
        chooser.setFileFilter(chooser.getChoosableFileFilters()[0]);
        chooser.setSelectedFile(new File(
                chooser.getCurrentDirectory(), fileName + "." + formats.get(0).ending()));
        chooser.addPropertyChangeListener(
                JFileChooser.FILE_FILTER_CHANGED_PROPERTY, event -> renameFor(filtered(chooser), chooser.getUI()));
        return chooser;
    }

    /** The ending of the name decides; a name without one gets that of the kind chosen. */
    private Choice chosen(JFileChooser chooser) {
        File file = chooser.getSelectedFile();
        Optional<FileFormat> named = FileFormat.ofName(file.getName()).filter(formats::contains);
        FileFormat format = named.orElseGet(() -> filtered(chooser));
        return new Choice(named.isPresent() ? file.toPath() : Path.of(file.getPath() + "." + format.ending()), format);
    }

    private FileFormat filtered(JFileChooser chooser) {
        FileFilter filter = chooser.getFileFilter();
        return filter instanceof FileNameExtensionFilter kind
                ? FileFormat.ofName("." + kind.getExtensions()[0]).orElse(formats.get(0))
                : formats.get(0);
    }

    private static void renameFor(FileFormat format, FileChooserUI shown) {
        if (shown instanceof BasicFileChooserUI field && field.getFileName() != null) {
            String now = field.getFileName();
            FileFormat.ofName(now)
                    .ifPresent(other -> field.setFileName(
                            now.substring(0, now.length() - other.ending().length()) + format.ending()));
        }
    }

    private static boolean mayGo(Path file, Component parent) {
        return new Question(
                        "export.replace",
                        TEXTS.get("replace"),
                        TEXTS.get("replace.question", PlainText.of(String.valueOf(file.getFileName()))),
                        TEXTS.get("replace.yes"),
                        TEXTS.get("replace.no"))
                .ask(parent);
    }
}
