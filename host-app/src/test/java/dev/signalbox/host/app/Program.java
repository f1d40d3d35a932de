package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The program as it is laid out for its users, in a process of its own with a home of its own. */
final class Program implements AutoCloseable {
    private static final String IGNORED = "SigIgn:";
    private static final int SIGINT = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What it said and with what code it ended. */
    record Ended(int code, List<String> lines, String err) {}

    /** Starts {@code signalbox} with these arguments; what it prints goes to files. */
    static Program start(Path home, String... arguments) throws IOException {
        return start(home, List.of(), arguments);
    }

    static Program start(Path home, List<String> jvm, String... arguments) throws IOException {
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = err(home);
        return new Program(
                builder(home, jvm, arguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start(),
                out,
                err);
    }

    /** Starts it with a pipe as its standard output, which the test reads, or not. */
    static Program startPiped(Path home, String... arguments) throws IOException {
        Path err = err(home);
        return new Program(
                builder(home, List.of(), arguments).redirectError(err.toFile()).start(), err, err);
    }

    Process process() {
        return process;
    }

    /** What it has printed so far, without a line that is not whole yet. */
    List<String> lines() {
        try {
            String text = Files.readString(out, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    /** Waits until a line holds the text. */
    void awaitLine(String text) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || lines().stream().anyMatch(line -> line.contains(text)));
        assertThat(lines()).anyMatch(line -> line.contains(text));
    }

    /** Waits until it says so on its standard error. */
    void awaitErr(String text) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(err()).contains(text));
    }

    Ended end() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return new Ended(process.exitValue(), lines(), err());
    }

    /** Asks it to end as Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Path err(Path home) throws IOException {
        return Files.createTempFile(home, "err", ".txt");
    }

    /**
     * What a shell starts in the background is born deaf to Ctrl-C, and so are its children: the build may be one. Linux
     * tells so, and has a command that gives the hearing back.
     */
    private static List<String> interruptible() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            boolean deaf = status.filter(line -> line.startsWith(IGNORED))
                    .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
                    .anyMatch(signals -> signals.testBit(SIGINT - 1));
            return deaf ? List.of("env", "--default-signal=INT") : List.of();
        } catch (IOException noLinux) {
            return List.of();
        }
    }

    private static ProcessBuilder builder(Path home, List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(interruptible());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Duser.home=" + home.resolve("home"));
        command.addAll(jvm);
        command.add("-jar");
        command.add(ConsoleUnderTest.layout().resolve("signalbox.jar").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_") || name.startsWith("JAVA_"));
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.resolve("home").toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_STATE_HOME", home.resolve("state").toString()));
        return builder;
    }
}
