package dev.signalbox.host.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of others that a test runs: its output is a file, and it ends with the test, or with this JVM at the latest. */
final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOK_AGAIN_MILLIS = 10;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread lastResort;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.lastResort = new Thread(process::destroyForcibly, "end-" + name);
    }

    /** Starts a program in a directory; all it says goes into the file. */
    static ChildProcess start(String name, Path directory, Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ChildProcess child = new ChildProcess(name, process, log);
        Runtime.getRuntime().addShutdownHook(child.lastResort);
        return child;
    }

    /** Waits until its output holds these words; false if it ended instead. */
    boolean awaitSaying(String words) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!log().contains(words)) {
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(name + " did not say '" + words + "' within " + PATIENCE + ":\n" + log());
            }
        }
        return true;
    }

    /** Ends it the hard way, as a crash would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(name + " outlives a kill");
        }
        forget();
    }

    /** Stops it from doing anything while its connections stay open, as a machine in trouble would. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Asks it to end, and makes it end if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            // a frozen one hears nothing
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process sender = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .inheritIO()
                .start();
        if (!sender.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || sender.exitValue() != 0) {
            throw new IOException("could not send " + signal + " to " + name);
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException shuttingDown) {
            // then the hook does its work
        }
    }
}
