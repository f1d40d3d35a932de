package dev.signalbox.host.bench.bus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures what publishing an event costs. {@code <json> <quick>} prepares; with a third argument it measures. */
final class BusBench {
    private BusBench() {}

    public static void main(String[] arguments) throws Exception {
        Path json = Path.of(arguments[0]).toAbsolutePath();
        if (arguments.length == 2) {
            Path classes = json.resolveSibling("bus-classes");
            JmhClasses.make(classes, Publishing.class);
            System.exit(again(classes, arguments));
        }
        measure(json, !arguments[1].equals("false"));
    }

    /** JMH looks for its list of benchmarks on the class path it was started with. */
    private static int again(Path classes, String... arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        BusBench.class.getName(),
                        arguments[0],
                        arguments[1],
                        "measure"))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void measure(Path json, boolean quick) throws IOException, RunnerException {
        Files.createDirectories(json.getParent());
        long start = System.nanoTime();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Publishing.class.getName() + "\\.")
                        .forks(quick ? 1 : 3)
                        .warmupIterations(quick ? 4 : 6)
                        .measurementIterations(quick ? 4 : 8)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs("-Xms1g", "-Xmx1g")
                        .addProfiler(GCProfiler.class)
                        .addProfiler(AllThreads.class)
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(json.toString())
                        .build())
                .run();
        System.out.println();
        System.out.print(BusTable.of(results.stream().map(Cost::of).toList()));
        System.out.printf(
                Locale.ROOT, "%nWritten to %s. It took %d s.%n", json, (System.nanoTime() - start) / 1_000_000_000);
    }
}
