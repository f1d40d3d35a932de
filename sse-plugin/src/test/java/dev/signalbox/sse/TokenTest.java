package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens from real commands and files. */
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are written for sh")
class TokenTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo t0k",
                "printf t0k",
                "sh -c 'echo; echo \" t0k \"; echo more'",
                "sh -c 'echo warning >&2; echo t0k'",
                "sh -c 'cat; echo t0k'",
                "sh -c 'sleep 60 & echo t0k'"
            })
    void theFirstLineACommandPrintsIsTheToken(String command) throws Exception {
        assertThat(new TokenCommand(command).run()).isEqualTo("t0k");
    }

    @Test
    void aCommandIsRunAnewEveryTime() throws Exception {
        Path count = Files.writeString(folder.resolve("count"), "");
        TokenCommand counting = new TokenCommand("sh -c 'echo x >> " + count + "; wc -l < " + count + "'");
        assertThat(counting.run()).isEqualTo("1");
        assertThat(counting.run()).isEqualTo("2");
    }

    @Test
    void aCommandThatFailsIsToldWithItsExitCodeAndItsFirstWordsButNotTheToken() {
        assertThat(failure("sh -c 'echo t0k; echo not t0k: the vault is >&2; echo sealed >&2; exit 3'"))
                .hasMessage(
                        "The token command (sse.token-command) ended with exit code 3: not …: the vault is sealed.");
        assertThat(failure("false")).hasMessage("The token command (sse.token-command) ended with exit code 1.");
    }

    @Test
    void aLongComplaintIsCut() {
        assertThat(failure("sh -c 'yes complaint | head -c 100000 >&2; exit 1'").getMessage())
                .contains("complaint complaint")
                .endsWith("….")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @CsvSource({
        "true, printed nothing",
        "echo, printed a first line that is no token",
        "echo two words, printed a first line that is no token",
        "printf t\\303\\244, printed a first line that is no token",
        "sh -c 'yes | head -c 70000', printed more than 64 KiB"
    })
    void aCommandThatPrintsNoTokenSaysSo(String command, String why) {
        assertThat(failure(command)).hasMessage("The token command (sse.token-command) " + why + ".");
    }

    @Test
    void aCommandThatCannotBeRunSaysSo() {
        assertThat(failure("/no/such/program"))
                .hasMessageStartingWith("The token command (sse.token-command) cannot be run: ");
        assertThat(failure("sh -c 'x"))
                .hasMessage("The token command (sse.token-command) cannot be run: a quote (') is not closed.");
    }

    @Test
    void aCommandThatTakesTooLongIsStoppedWithAllItStarted() {
        TokenCommand slow =
                new TokenCommand("sh -c 'sleep 600 & echo $! > " + pidFile() + "; wait'", Duration.ofSeconds(1));
        assertThat(catchThrowableOfType(TokenUnavailableException.class, slow::run))
                .hasMessage("The token command (sse.token-command) did not end within 1 s.");
        awaitGone();
    }

    @Test
    void aCommandThatPrintsForEverIsStopped() {
        assertThat(catchThrowableOfType(
                        TokenUnavailableException.class, new TokenCommand("yes", Duration.ofSeconds(1))::run))
                .hasMessageContaining("did not end within 1 s");
    }

    @Test
    void interruptingStopsTheCommandWithAllItStarted() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        TokenCommand slow = new TokenCommand("sh -c 'sleep 600 & echo $! > " + pidFile() + "; wait'");
        Thread session = new Thread(() -> {
            try {
                ended.complete(new AssertionError(slow.run()));
            } catch (Throwable expected) {
                ended.complete(expected);
            }
        });
        session.start();
        await().until(() ->
                Files.exists(pidFile()) && !Files.readString(pidFile()).isBlank());
        session.interrupt();
        assertThat(ended.get(1, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        awaitGone();
    }

    @Test
    void theFirstLineOfAFileIsTheTokenAndIsReadAnewEveryTime() throws Exception {
        TokenFile file = new TokenFile(Files.writeString(folder.resolve("token"), " t0k \r\nmore"));
        assertThat(file.read()).isEqualTo("t0k");
        Files.writeString(folder.resolve("token"), "renewed");
        assertThat(file.read()).isEqualTo("renewed");
    }

    @Test
    void aFileThatHoldsNoTokenSaysSo() throws Exception {
        Path path = folder.resolve("token");
        assertThat(failure(path)).hasMessage("The token file " + path + " (sse.token-file) does not exist.");
        Files.writeString(path, " \n");
        assertThat(failure(path)).hasMessageEndingWith("(sse.token-file) is empty.");
        Files.writeString(path, "two words");
        assertThat(failure(path)).hasMessageEndingWith("does not begin with a line that is a token.");
        Files.writeString(path, "x".repeat(64 * 1024 + 1));
        assertThat(failure(path)).hasMessageEndingWith("is larger than 64 KiB.");
        assertThat(failure(folder)).hasMessageContaining("cannot be read");
    }

    private Path pidFile() {
        return folder.resolve("pid");
    }

    private void awaitGone() {
        await().untilAsserted(() -> {
            long pid = Long.parseLong(Files.readString(pidFile()).strip());
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        });
    }

    private static TokenUnavailableException failure(String command) {
        return catchThrowableOfType(TokenUnavailableException.class, new TokenCommand(command)::run);
    }

    private static TokenUnavailableException failure(Path file) {
        return catchThrowableOfType(TokenUnavailableException.class, new TokenFile(file)::read);
    }
}
