package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command that prints a bearer token in its first line, run anew for every connection. It gets no input, has a time
 * limit, and ends with all that it started when the session is cancelled. What it prints is not shown, what it says on
 * standard error is.
 */
final class TokenCommand {
    static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private static final long LOOK_EVERY_MILLIS = 10;
    private static final int LONGEST_COMPLAINT = 200;

    private final String command;
    private final Duration timeLimit;

    /** What came out so far. Only as much as was asked for is kept, the rest is read and forgotten. */
    private static final class Output {
        private static final int MOST_READS = 64;

        private final byte[] bytes = new byte[TokenText.MOST_BYTES];
        private int length;
        private boolean tooMuch;

        /** Takes what is there without waiting: a reading thread could not be freed while a child holds the pipe open. */
        void drain(InputStream from) throws IOException {
            byte[] rest = new byte[8 * 1024];
            // bounded: a child that goes on writing must not hold us here
            for (int i = 0, available; i < MOST_READS && (available = from.available()) > 0; i++) {
                int count = from.read(rest, 0, Math.min(available, rest.length));
                if (count < 0) {
                    return;
                }
                int kept = Math.min(count, bytes.length - length);
                System.arraycopy(rest, 0, bytes, length, kept);
                length += kept;
                tooMuch |= kept < count;
            }
        }
    }

    TokenCommand(String command) {
        this(command, TIME_LIMIT);
    }

    TokenCommand(String command, Duration timeLimit) {
        this.command = command;
        this.timeLimit = timeLimit;
    }

    /**
     * Runs the command and waits for it.
     *
     * @throws TokenUnavailableException if it fails, takes too long or prints no token
     * @throws InterruptedException if the session was cancelled; the command is stopped then
     */
    String run() throws TokenUnavailableException, InterruptedException {
        List<String> words = words();
        Process process = start(words);
        Output out = new Output();
        Output complaints = new Output();
        try {
            if (!await(process, out, complaints)) {
                throw unavailable(" did not end within " + timeLimit.toSeconds() + " s", null);
            }
        } catch (TokenUnavailableException late) {
            throw late;
        } catch (IOException broken) {
            throw unavailable(": what it prints cannot be read (" + broken.getMessage() + ")", broken);
        } finally {
            stop(process);
        }
        Optional<String> token = TokenText.of(out.bytes, out.length);
        if (process.exitValue() != 0) {
            throw unavailable(" ended with exit code " + process.exitValue() + complaint(complaints, token), null);
        }
        if (out.tooMuch) {
            throw unavailable(" printed more than " + TokenText.MOST_BYTES / 1024 + " KiB", null);
        }
        return token.orElseThrow(() ->
                unavailable(out.length == 0 ? " printed nothing" : " printed a first line that is no token", null));
    }

    private List<String> words() throws TokenUnavailableException {
        try {
            return CommandWords.of(command);
        } catch (IllegalArgumentException wrong) {
            throw unavailable(" cannot be run: " + wrong.getMessage(), wrong);
        }
    }

    private Process start(List<String> words) throws TokenUnavailableException {
        try {
            Process process = new ProcessBuilder(words).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException cannotRun) {
            throw unavailable(" cannot be run: " + cannotRun.getMessage(), cannotRun);
        }
    }

    /** Returns whether the command ended in time. */
    private boolean await(Process process, Output out, Output complaints) throws IOException, InterruptedException {
        long end = System.nanoTime() + timeLimit.toNanos();
        boolean ended;
        do {
            ended = process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            out.drain(process.getInputStream());
            complaints.drain(process.getErrorStream());
        } while (!ended && System.nanoTime() - end < 0);
        return ended;
    }

    private static void stop(Process process) {
        if (process.isAlive()) {
            // children first: without their parent they could not be found
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        close(process.getInputStream());
        close(process.getErrorStream());
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException already) {
            // nothing more to free
        }
    }

    /** The first words on standard error, without the token should it be among them. */
    private static String complaint(Output complaints, Optional<String> token) {
        String text = new String(complaints.bytes, 0, complaints.length, UTF_8)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\p{C}", "?");
        String safe = token.isPresent() ? text.replace(token.get(), "…") : text;
        return safe.isEmpty()
                ? ""
                : ": " + (safe.length() <= LONGEST_COMPLAINT ? safe : safe.substring(0, LONGEST_COMPLAINT) + "…");
    }

    private static TokenUnavailableException unavailable(String what, @Nullable Throwable cause) {
        return new TokenUnavailableException("The token command (sse.token-command)" + what + ".", cause);
    }
}
