package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** Finds the token in what a command printed or a file holds. */
final class TokenText {
    /** Larger than any server takes in a header. */
    static final int MOST_BYTES = 64 * 1024;

    private TokenText() {}

    /** The first line, without blanks around it; empty where there is none or it cannot be sent in a header. */
    static Optional<String> of(byte[] bytes, int length) {
        return new String(bytes, 0, length, UTF_8)
                .strip()
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.chars().allMatch(c -> c > ' ' && c < 0x7f));
    }
}
