package dev.signalbox.host.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** {@code signalbox tail --json} as a process of its own, from the program as it is laid out, and what it told so far. */
final class TailProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Process process;
    private final Path out;
    private final Path err;

    private TailProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static TailProcess start(Path directory, String... settings) throws IOException {
        Path layout = Path.of(Objects.requireNonNull(System.getProperty("signalbox.test.layout")));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + directory,
                "-jar",
                layout.resolve("signalbox.jar").toString(),
                "tail",
                "--json",
                "--console.reconnect-delay=100ms",
                "--console.reconnect-delay-most=400ms"));
        command.addAll(List.of(settings));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_") || name.startsWith("JAVA_"));
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        builder.environment().put("XDG_STATE_HOME", directory.resolve("state").toString());
        return new TailProcess(builder.start(), out, err);
    }

    /** Waits until every one of these orders was shown. */
    void awaitOrders(String... ids) {
        await("orders " + List.of(ids), () -> orders().containsAll(List.of(ids)));
    }

    /** Waits until the stream was opened so many times since the start. */
    void awaitOpened(int times) {
        await("opened " + times + " times", () -> count("connection", "state", "OPEN") >= times);
    }

    /** Waits until the stream was shown as stale so many times since the start. */
    void awaitStale(int times) {
        await("stale " + times + " times", () -> count("connection", "state", "STALE") >= times);
    }

    /** Waits for a change of the connection to this state, for a reason with these words. */
    void awaitConnection(String state, String reason) {
        await(
                state + " because " + reason,
                () -> lines().stream()
                        .anyMatch(line -> line.is("connection")
                                && line.get("state").equals(state)
                                && line.get("reason").contains(reason)));
    }

    /** Waits for a notice with these words. */
    void awaitNotice(String words) {
        await(
                "a notice of " + words,
                () -> lines().stream()
                        .anyMatch(
                                line -> line.is("notice") && line.get("message").contains(words)));
    }

    /** What the last notice says. */
    String lastNotice() throws IOException {
        return lines().stream()
                .filter(line -> line.is("notice"))
                .map(line -> line.get("message"))
                .reduce("", (earlier, later) -> later);
    }

    /** Waits until it ends by itself. */
    int awaitEnd() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the program goes on:\n" + told());
        }
        return process.exitValue();
    }

    /** The ids of the orders shown, each time they were shown. */
    List<String> orders() throws IOException {
        return lines().stream()
                .filter(line -> line.is("order"))
                .map(line -> line.get("orderId"))
                .toList();
    }

    /** Waits until what was shown last of an order is this state and message. */
    void awaitPicture(String orderId, String stateAndMessage) {
        await(orderId + " shown as " + stateAndMessage, () -> picture(orderId).equals(stateAndMessage));
    }

    private String picture(String orderId) throws IOException {
        return lines().stream()
                .filter(line -> line.is("order") && line.get("orderId").equals(orderId))
                .map(line -> line.get("state") + " " + line.get("message"))
                .reduce("", (earlier, later) -> later);
    }

    /** How many lines of a kind have this in a field. */
    long count(String kind, String field, String text) throws IOException {
        return lines().stream()
                .filter(line -> line.is(kind) && line.get(field).contains(text))
                .count();
    }

    /** Its complete lines. */
    List<TailLine> lines() throws IOException {
        String text = Files.readString(out);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(TailLine::parse)
                .toList();
    }

    String told() throws IOException {
        return "---- signalbox tail\n" + Files.readString(out) + Files.readString(err);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not end when it was told to");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(String what, Condition condition) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> {
            if (!process.isAlive() && !condition.holds()) {
                Assertions.fail("the program ended, and there was no " + what + ":\n" + told());
            }
            return condition.holds();
        });
    }
}
