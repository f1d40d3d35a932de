package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that holds a bearer token in its first line. It is read anew for every connection. */
final class TokenFile {
    private final Path path;

    TokenFile(Path path) {
        this.path = path;
    }

    String read() throws TokenUnavailableException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(TokenText.MOST_BYTES + 1);
            if (bytes.length > TokenText.MOST_BYTES) {
                throw unavailable("is larger than " + TokenText.MOST_BYTES / 1024 + " KiB", null);
            }
            if (new String(bytes, ISO_8859_1).isBlank()) {
                throw unavailable("is empty", null);
            }
            return TokenText.of(bytes, bytes.length)
                    .orElseThrow(() -> unavailable("does not begin with a line that is a token", null));
        } catch (TokenUnavailableException said) {
            throw said;
        } catch (NoSuchFileException missing) {
            throw unavailable("does not exist", missing);
        } catch (IOException unreadable) {
            throw unavailable("cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    private TokenUnavailableException unavailable(String what, @Nullable Throwable cause) {
        return new TokenUnavailableException("The token file " + path + " (sse.token-file) " + what + ".", cause);
    }
}
