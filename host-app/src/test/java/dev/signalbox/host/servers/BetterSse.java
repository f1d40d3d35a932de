package dev.signalbox.host.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A server of orders made with better-sse; {@code server.cjs} says what it does.
 *
 * @param keepAlive how often it sends an empty comment
 */
record BetterSse(Duration keepAlive) implements RealServer.Recipe {
    private static final String SCRIPT = "/servers/better-sse/server.cjs";
    private static final String HISTORY = "history";

    @Override
    public String name() {
        return "better-sse";
    }

    @Override
    public String readyWords() {
        return "listening";
    }

    @Override
    public String portTakenWords() {
        return "EADDRINUSE";
    }

    @Override
    public List<String> prepare(Path directory, int port) throws IOException {
        Path script = directory.resolve("server.cjs");
        try (var source = Objects.requireNonNull(BetterSse.class.getResourceAsStream(SCRIPT))) {
            Files.write(script, source.readAllBytes());
        }
        return List.of(
                Program.NODE.path().toString(),
                script.toString(),
                String.valueOf(port),
                directory.resolve(HISTORY).toString(),
                String.valueOf(keepAlive.toMillis()),
                Program.BETTER_SSE.path().toString());
    }

    /** Sends an event of the type {@code order}. */
    static void send(RealServer server, Event event) throws IOException, InterruptedException {
        Http.post(server.url("/orders"), event.json());
    }

    /** Adds to its history while it is down: it happened all the same. */
    static void happens(RealServer server, Event event) throws IOException {
        Files.writeString(
                server.directory().resolve(HISTORY),
                event.json() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
    }

    /** Forgets everything that happened; the server must be down. */
    static void forgets(RealServer server) throws IOException {
        Files.writeString(server.directory().resolve(HISTORY), "");
    }

    /** The ids after which clients resumed since it was started, as JSON. */
    static String asked(RealServer server) throws IOException, InterruptedException {
        return Http.get(server.url("/asked"));
    }

    /**
     * What a client of it is sent.
     *
     * @param id empty to let it make a random one
     * @param data JSON
     */
    record Event(String id, String type, String data) {
        static Event of(String id, String data) {
            return new Event(id, "order", data);
        }

        static Event ofRandomId(String data) {
            return new Event("", "order", data);
        }

        private String json() {
            String idPart = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
            return "{" + idPart + "\"type\":\"" + type + "\",\"data\":" + data + "}";
        }
    }
}
