package dev.signalbox.host.app;

import dev.signalbox.host.bus.HostBus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The whole console in this JVM: the real start-up, the laid-out plug-in, a home of its own, and an exit that is told. */
public final class ConsoleUnderTest {
    private final CompletableFuture<Integer> exit;
    private final HostBus bus;

    private ConsoleUnderTest(HostBus bus, CompletableFuture<Integer> exit) {
        this.bus = bus;
        this.exit = exit;
    }

    /**
     * Opens a console.
     *
     * @param home where its files go
     * @param arguments the command line
     * @return the open console
     */
    public static ConsoleUnderTest open(Path home, String... arguments) throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_STATE_HOME", home.resolve("state").toString());
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Main main = new Main(environment, stream, stream, ended::complete);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--plugins=" + layout().resolve("plugins"));
        main.run(all.toArray(String[]::new));
        Console console = main.console().orElseThrow(() -> new AssertionError(said.toString(StandardCharsets.UTF_8)));
        return new ConsoleUnderTest(console.bus(), ended);
    }

    /** Where the build laid out the console. */
    public static Path layout() {
        String layout = System.getProperty("signalbox.test.layout");
        if (layout == null) {
            throw new IllegalStateException("run by Failsafe, after the package phase: ./mvnw verify");
        }
        return Path.of(layout);
    }

    /** Waits until every event has arrived everywhere and the EDT has caught up. */
    public void quiesce() throws InterruptedException {
        if (!bus.quiesce(Duration.ofSeconds(20))) {
            throw new AssertionError("the console did not become quiet");
        }
    }

    /** The bus, to publish what a test wants published. */
    public HostBus bus() {
        return bus;
    }

    /** The exit code, once the console has closed. */
    public CompletableFuture<Integer> exit() {
        return exit;
    }
}
