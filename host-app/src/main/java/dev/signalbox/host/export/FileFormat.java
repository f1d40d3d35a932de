package dev.signalbox.host.export;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that are written. */
public enum FileFormat {
    /** Comma-separated values, for spreadsheets. */
    CSV,
    /** A JSON array, for programs. */
    JSON;

    /**
     * How its files' names end.
     *
     * @return such as {@code csv}
     */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FileFormat> ofName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.ending()))
                .findFirst();
    }
}
