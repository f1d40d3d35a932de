package dev.signalbox.host.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The two files settings are kept in: one to read and edit, and one for secrets that only the user can read. Both are
 * replaced as a whole, so that a crash or a full disk leaves the old file.
 *
 * @param settings the settings file
 * @param secrets the secrets file, beside it
 */
public record SettingsFiles(Path settings, Path secrets) {
    private static final long MOST_BYTES = 1 << 20;

    /**
     * The files for a settings file.
     *
     * @param settings the settings file
     * @return it, and the secrets beside it
     */
    public static SettingsFiles of(Path settings) {
        Path absolute = settings.toAbsolutePath();
        String name = absolute.getFileName().toString().replaceFirst("\\.properties$", "");
        return new SettingsFiles(absolute, absolute.resolveSibling(name + ".secrets.properties"));
    }

    /**
     * Reads one of the two files.
     *
     * @param file which
     * @return texts by full key; empty when there is no file
     * @throws IOException if the file is there and cannot be read; the message names it
     */
    static Map<String, String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than a settings file can be (" + MOST_BYTES + " bytes)");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (CharacterCodingException notText) {
            throw new IOException(file + " cannot be read: it is not UTF-8 text", notText);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new IOException(file + " cannot be read: " + damaged.getMessage(), damaged);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    /**
     * Replaces both files. Both are written beside the old ones before the first is replaced, so that a full disk changes
     * neither; and the secrets go first, so that a secret on its way out of the open file is never in neither.
     *
     * @param open what may be read
     * @param secret what only the user may read
     * @throws IOException if that fails; no value is lost from the files
     */
    public void write(Map<String, String> open, Map<String, String> secret) throws IOException {
        Path directory = Objects.requireNonNull(settings.getParent(), "the files are absolute");
        Files.createDirectories(directory);
        Path freshSettings = createPrivate(directory);
        Path freshSecrets = createPrivate(directory);
        try {
            Files.writeString(
                    freshSettings,
                    text(open, "Settings of the Signalbox console. Flags and environment variables win over them."));
            Files.writeString(
                    freshSecrets, text(secret, "Secrets of the Signalbox console. Keep this file to yourself."));
            if (!secret.isEmpty() || Files.exists(secrets)) {
                replace(secrets, freshSecrets);
            }
            replace(settings, freshSettings);
        } finally {
            Files.deleteIfExists(freshSettings);
            Files.deleteIfExists(freshSecrets);
        }
    }

    private static void replace(Path file, Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Created with the right permissions, not changed to them later: there is no moment in which others can read it. */
    private static Path createPrivate(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempFile(
                    directory,
                    ".new-",
                    ".properties",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createTempFile(directory, ".new-", ".properties");
    }

    /** Sorted and without a date, so that the file changes only where a value did. */
    private static String text(Map<String, String> values, String comment) {
        StringBuilder text = new StringBuilder("# " + comment + "\n");
        new TreeMap<>(values).forEach((key, value) -> {
            Properties one = new Properties();
            one.setProperty(key, value);
            StringWriter writer = new StringWriter();
            try {
                one.store(writer, null);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            writer.toString()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> text.append(line).append('\n'));
        });
        return text.toString();
    }
}
