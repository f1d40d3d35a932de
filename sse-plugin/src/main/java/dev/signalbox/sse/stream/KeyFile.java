package dev.signalbox.sse.stream;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of certificates or keys.
 *
 * @param path the file; read again for every secure connection, so that a renewed one is noticed
 * @param password what opens it, if anything has to
 */
public record KeyFile(Path path, Optional<String> password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "KeyFile[" + path + "]";
    }
}
