package dev.signalbox.host.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A server of others that a test starts, kills and starts again; it keeps its port, its files and its logs. */
final class RealServer implements AutoCloseable {
    private static final int MOST_PORTS_TRIED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Recipe recipe;
    private final Path directory;
    private final int port;
    private final List<ChildProcess> runs = new ArrayList<>();

    /** How to run a server. */
    interface Recipe {
        String name();

        /** What it says once it listens. */
        String readyWords();

        /** What it says when somebody else has the port. */
        String portTakenWords();

        /** Writes into its directory what it needs there; returns how to start it, in the foreground, on 127.0.0.1. */
        List<String> prepare(Path directory, int port) throws IOException;
    }

    private RealServer(Recipe recipe, Path directory, int port) {
        this.recipe = recipe;
        this.directory = directory;
        this.port = port;
    }

    static RealServer start(Recipe recipe, Path directory) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            RealServer server = new RealServer(
                    recipe, Files.createDirectories(directory.resolve("try-" + tried)), LoopbackPort.free());
            if (server.run()) {
                return server;
            }
            server.close();
            if (tried == MOST_PORTS_TRIED || !server.log().contains(recipe.portTakenWords())) {
                throw new IOException(recipe.name() + " did not start:\n" + server.log());
            }
        }
    }

    int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** As a crash would end it. */
    void kill() throws InterruptedException {
        current().kill();
    }

    /** Starts it again where it was. */
    void startAgain() throws IOException, InterruptedException {
        if (!run()) {
            throw new IOException(recipe.name() + " did not start again:\n" + log());
        }
    }

    void freeze() throws IOException, InterruptedException {
        current().freeze();
    }

    void thaw() throws IOException, InterruptedException {
        current().thaw();
    }

    /** Waits until it has said these words so many times, over all its runs. */
    void awaitSaying(String words, int times) {
        Awaitility.await(recipe.name() + " says " + words)
                .atMost(PATIENCE)
                .until(() -> log().split(Pattern.quote(words), -1).length > times);
    }

    /** What it said in each of its runs. */
    String log() throws IOException {
        StringBuilder all = new StringBuilder();
        for (ChildProcess run : runs) {
            all.append("---- ")
                    .append(recipe.name())
                    .append(", port ")
                    .append(port)
                    .append('\n')
                    .append(run.log());
        }
        return all.toString();
    }

    @Override
    public void close() {
        runs.forEach(ChildProcess::close);
    }

    private boolean run() throws IOException, InterruptedException {
        ChildProcess child = ChildProcess.start(
                recipe.name(),
                directory,
                directory.resolve("log-" + (runs.size() + 1)),
                recipe.prepare(directory, port));
        runs.add(child);
        return child.awaitSaying(recipe.readyWords());
    }

    private ChildProcess current() {
        return runs.get(runs.size() - 1);
    }
}
