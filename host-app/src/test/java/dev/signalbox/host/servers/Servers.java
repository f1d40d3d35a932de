package dev.signalbox.host.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts what a test needs in a directory of its own, ends all of it after the test, and tells after a failure what each of
 * them said.
 */
final class Servers implements BeforeEachCallback, AfterEachCallback {
    private static final Path ALL = Path.of(
            System.getProperty("java.io.tmpdir"),
            "signalbox-servers-" + ProcessHandle.current().pid());

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final List<Log> logs = new ArrayList<>();
    private Path directory = ALL;

    private interface Log {
        String text() throws IOException;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createDirectories(ALL.resolve(context.getRequiredTestClass()
                        .getSimpleName() + "." + context.getRequiredTestMethod().getName()));
    }

    RealServer start(RealServer.Recipe recipe) throws IOException, InterruptedException {
        RealServer server = RealServer.start(recipe, next(recipe.name()));
        logs.add(server::log);
        return own(server);
    }

    /** Starts the program on a stream. */
    TailProcess tail(String... settings) throws IOException {
        TailProcess tail = TailProcess.start(next("tail"), settings);
        logs.add(tail::told);
        return own(tail);
    }

    <R extends AutoCloseable> R own(R resource) {
        started.push(resource);
        return resource;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        List<Throwable> failures = new ArrayList<>();
        context.getExecutionException().ifPresent(failures::add);
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception | AssertionError failure) {
                // the next one must end all the same
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            System.out.println("==== " + context.getDisplayName() + " failed: " + failures);
            for (Log log : logs) {
                System.out.println(log.text());
            }
        }
        delete(ALL);
        if (context.getExecutionException().isEmpty() && !failures.isEmpty()) {
            throw new AssertionError("what was started did not end as it should", failures.get(0));
        }
    }

    private Path next(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name + "-" + (started.size() + 1)));
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
