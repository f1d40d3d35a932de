package dev.signalbox.host.bench.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A JVM with the same class path, the same flags for every subject and a home that is deleted afterwards. */
final class ChildJvm {
    private static final String HEAP = "-Xmx2g";

    private final Path layout;
    private final Consumer<String> result;
    private final List<String> wrong = new ArrayList<>();

    /**
     * Makes a JVM that is not started yet.
     *
     * @param layout where the build laid out the console
     * @param result takes what it measures, at once
     */
    ChildJvm(Path layout, Consumer<String> result) {
        this.layout = layout;
        this.result = result;
    }

    /** Runs it to its end, or ends it; returns what was wrong, in words. */
    List<String> run(Duration atMost, Class<?> main, List<String> arguments) throws IOException {
        Path home = Files.createTempDirectory("signalbox-bench");
        Timer alarm = new Timer("bench-alarm", true);
        try {
            Process process = new ProcessBuilder(command(home, main, arguments))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            alarm.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            wrong.add("it did not end within " + atMost.toSeconds() + " s");
                            process.destroyForcibly();
                        }
                    },
                    atMost.toMillis());
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(this::take);
            }
            int code = process.onExit().join().exitValue();
            if (code != 0) {
                wrong.add("it ended with code " + code + "; what it said stands above");
            }
            return wrong;
        } finally {
            alarm.cancel();
            delete(home);
        }
    }

    /** In such a JVM: a failure of the main thread ends it, whatever other threads there are. */
    static void endWithTheMainThread() {
        Thread.currentThread().setUncaughtExceptionHandler((main, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
    }

    /** What the console is delivered with, and a heap. */
    static List<String> flags(Path layout) throws IOException {
        try (Stream<String> lines = Files.lines(layout.resolve("java.options"))) {
            return Stream.concat(Stream.of(HEAP), lines.filter(line -> !line.startsWith("#")))
                    .toList();
        }
    }

    private List<String> command(Path home, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags(layout));
        command.addAll(List.of(
                "-Djava.awt.headless=false",
                "-Dflatlaf.useNativeLibrary=false",
                "-Dguice_bytecode_gen_option=DISABLED",
                "-Duser.language=en",
                "-Dsignalbox.test.layout=" + layout,
                "-D" + SignalboxConsole.HOME + "=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return command;
    }

    private void take(String line) {
        if (line.startsWith(CellWorker.RESULT)) {
            result.accept(line.substring(CellWorker.RESULT.length()));
        } else if (line.startsWith(CellWorker.WRONG)) {
            wrong.add(line.substring(CellWorker.WRONG.length()));
        } else {
            System.out.println("  " + line);
        }
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
