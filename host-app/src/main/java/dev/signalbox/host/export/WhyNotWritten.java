package dev.signalbox.host.export;

import dev.signalbox.host.ui.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/**
 * Why a file could not be written, in words.
 *
 * @param cause what was wrong
 * @param nextStep what to do
 */
public record WhyNotWritten(String cause, String nextStep) {
    private static final Texts TEXTS = Texts.of(WhyNotWritten.class);

    /**
     * Finds the words.
     *
     * @param failure what writing threw
     * @return the words; those of the system for a failure nobody thought of
     */
    public static WhyNotWritten of(IOException failure) {
        String said = reason(failure).toLowerCase(Locale.ROOT);
        if (failure instanceof AccessDeniedException || said.contains("permission denied")) {
            return named("denied");
        }
        if (failure instanceof NoSuchFileException) {
            return named("no-folder");
        }
        if (said.contains("no space left") || said.contains("not enough space") || said.contains("quota")) {
            return named("full");
        }
        if (said.contains("read-only")) {
            return named("read-only");
        }
        if (said.contains("is a directory")) {
            return named("directory");
        }
        if (said.contains("name too long")) {
            return named("name");
        }
        return new WhyNotWritten(reason(failure), TEXTS.get("why.other.next"));
    }

    private static WhyNotWritten named(String key) {
        return new WhyNotWritten(TEXTS.get("why." + key), TEXTS.get("why." + key + ".next"));
    }

    /** A FileSystemException puts the path into its message, which the words around it say already. */
    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException files ? files.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
