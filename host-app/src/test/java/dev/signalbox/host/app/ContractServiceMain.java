package dev.signalbox.host.app;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.host.settings.SettingsFiles;
import dev.signalbox.host.settings.SettingsReading;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The contract service in the foreground: the host without a window, with the one plug-in that serves harnesses.
 * Arguments: the directory the plug-in's folder lies in, a directory for the log, the port.
 */
public final class ContractServiceMain {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private ContractServiceMain() {}

    public static void main(String... arguments) throws Exception {
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        Path own = Files.createDirectories(Path.of(arguments[1]));
        System.setProperty("signalbox.logs", own.toString());

        StartUp startUp = StartUp.in(Path.of(arguments[0]));
        SettingsFiles files = SettingsFiles.of(own.resolve("settings.properties"));
        SettingsReading reading = startUp.read(Map.of("contract.port", arguments[2]), Map.of(), files);
        if (!reading.problems().isEmpty()) {
            reading.problems().forEach(System.err::println);
            System.exit(USAGE);
        }
        RunningHost host = RunningHost.withoutWindow(startUp.store(reading, files));
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "signalbox-close"));
        host.bus().subscribe(Problem.class, Delivery.BACKGROUND, Replay.NONE, ContractServiceMain::print);
        if (!host.open(startUp.plugins(), startUp.notices(reading))) {
            System.exit(FAILED);
        }
        host.sources().begin();
        new CountDownLatch(1).await();
    }

    /** The service as a process of its own, on the console as it is laid out. */
    public static ProcessBuilder process(Path home, int port) throws IOException {
        Path layout = ConsoleUnderTest.layout();
        Path plugins = Path.of(Objects.requireNonNull(System.getProperty("signalbox.test.contract")));
        return new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                layout.resolve("signalbox.jar") + System.getProperty("path.separator") + ownClasses(),
                ContractServiceMain.class.getName(),
                plugins.toString(),
                home.toString(),
                "" + port));
    }

    private static void print(List<? extends Problem> problems) {
        problems.forEach(
                problem -> System.err.println(problem.doing() + ": " + problem.cause() + " " + problem.nextStep()));
    }

    private static Path ownClasses() {
        try {
            return Path.of(ContractServiceMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
