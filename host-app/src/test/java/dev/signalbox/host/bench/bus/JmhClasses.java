package dev.signalbox.host.bench.bus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.core.SourceError;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;

/**
 * Writes and compiles the classes around a benchmark that JMH runs. An annotation processor would do the same for every
 * build, and leave its classes among the tests.
 */
final class JmhClasses {
    private JmhClasses() {}

    /** Makes the classes in the directory, which then belongs on the class path. */
    static void make(Path directory, Class<?>... benchmarks) throws IOException {
        Files.createDirectories(directory);
        FileSystemDestination destination = new FileSystemDestination(directory.toFile(), directory.toFile());
        RFGeneratorSource source = new RFGeneratorSource();
        source.processClasses(benchmarks);
        BenchmarkGenerator generator = new BenchmarkGenerator();
        generator.generate(source, destination);
        generator.complete(source, destination);
        if (destination.hasErrors()) {
            throw new IllegalStateException("JMH cannot use the benchmark: "
                    + destination.getErrors().stream()
                            .map(SourceError::toString)
                            .toList());
        }
        compile(directory);
    }

    private static void compile(Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("This Java has no compiler. Run the benchmark with a JDK.");
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString()));
        try (Stream<Path> files = Files.walk(directory)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("What JMH wrote in " + directory + " does not compile; why stands above.");
        }
    }
}
