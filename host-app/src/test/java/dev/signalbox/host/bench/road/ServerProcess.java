package dev.signalbox.host.bench.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@link RoadServer} as its master sees it; ends with us. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final int port;

    private ServerProcess(Process process, BufferedReader answers, int port) {
        this.process = process;
        this.answers = answers;
        this.commands = new PrintWriter(process.outputWriter(UTF_8), true);
        this.port = port;
    }

    static ServerProcess start(int orders, int ordersPerMessage) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RoadServer.class.getName(),
                        Integer.toString(orders),
                        Integer.toString(ordersPerMessage))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader answers = process.inputReader(UTF_8);
        return new ServerProcess(process, answers, Integer.parseInt(line(answers)));
    }

    String url() {
        return "http://127.0.0.1:" + port + "/orders/stream";
    }

    long nanoTime() throws IOException {
        commands.println("clock");
        return Long.parseLong(line(answers));
    }

    /** Makes it send; returns at once. */
    void send(long ordersPerSecond, long millis) {
        commands.println("send " + ordersPerSecond + " " + millis);
    }

    /** Waits until it has sent. */
    Sent sent() throws IOException {
        return Sent.parse(line(answers));
    }

    List<LastWord> lastWords() throws IOException {
        commands.println("last");
        List<LastWord> words = new ArrayList<>();
        for (String line = line(answers); !line.isEmpty(); line = line(answers)) {
            words.add(LastWord.parse(line));
        }
        return words;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String line(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The server ended; what it said stands above.");
        }
        return line;
    }
}
