package dev.signalbox.host.app;

import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.signalbox.api.Problem;
import dev.signalbox.host.demo.DemoKind;
import dev.signalbox.host.demo.DemoOptions;
import dev.signalbox.host.demo.DemoServer;
import dev.signalbox.host.settings.HostSettings;
import dev.signalbox.host.settings.SettingsFiles;
import dev.signalbox.host.settings.SettingsProblem;
import dev.signalbox.host.settings.SettingsReading;
import dev.signalbox.host.settings.SettingsStore;
import dev.signalbox.host.ui.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/** Where the program begins. */
public final class Main {
    private static final Texts TEXTS = Texts.of(Main.class);
    private static final int USAGE = 2;
    private static final int RUNNING = -1;

    private final Map<String, String> environment;
    private final OutputStream lines;
    private final PrintStream out;
    private final PrintStream err;
    private final IntConsumer exit;
    private Optional<Console> opened = Optional.empty();

    Main(Map<String, String> environment, OutputStream out, PrintStream err, IntConsumer exit) {
        this.environment = environment;
        this.lines = out;
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.err = err;
        this.exit = exit;
    }

    /**
     * Starts the program.
     *
     * @param arguments the command line
     * @throws InterruptedException if interrupted while starting
     */
    public static void main(String... arguments) throws InterruptedException {
        // Guice generates classes otherwise, by means newer Javas warn of; it needs none here.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        // System.out swallows the news that nobody reads any more.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = new Main(System.getenv(), out, err, System::exit).run(arguments);
        if (code != RUNNING) {
            System.exit(code);
        }
    }

    /** Does what was asked; returns the exit code, or {@link #RUNNING} while a window is open. */
    int run(String... arguments) throws InterruptedException {
        Places places = Places.of(
                environment, Path.of(System.getProperty("user.home")), System.getProperty("os.name"), installed());
        places = pluginsOf(arguments).map(places::withPlugins).orElse(places);
        prepareLogs(places.logs());

        StartUp start = StartUp.in(places.plugins());
        CommandLineReader reader = new CommandLineReader(start.catalog(), version());
        CommandLineReader.Request request = reader.read(arguments);
        switch (request.kind()) {
            case HELP -> {
                return print(reader.help());
            }
            case DEMO_SERVER_HELP -> {
                return print(reader.demoServerHelp());
            }
            case VERSION -> {
                return print("signalbox " + version());
            }
            case DEMO_SERVER -> {
                return request.problems().isEmpty() ? serveDemo(request) : refuse(request.problems());
            }
            case TAIL_HELP -> {
                return print(reader.tailHelp());
            }
            case CONSOLE, TAIL -> {
                // goes on below
            }
        }

        SettingsFiles files = SettingsFiles.of(request.settings().orElse(places.settings()));
        SettingsReading reading = start.read(request.flags(), environment, files);
        List<SettingsProblem> problems = new ArrayList<>(request.problems());
        request.settings()
                .filter(file -> !Files.exists(file))
                .ifPresent(file -> problems.add(new SettingsProblem(
                        "--settings", "there is no file " + file + ".", "Make it, or leave the flag out.")));
        pluginsOf(arguments)
                .filter(directory -> !Files.isDirectory(directory))
                .ifPresent(directory -> problems.add(new SettingsProblem(
                        "--plugins", "there is no directory " + directory + ".", "Make it, or leave the flag out.")));
        problems.addAll(reading.problems());
        if (!problems.isEmpty()) {
            return refuse(problems);
        }
        SettingsStore store = start.store(reading, files);
        return request.kind() == CommandLineReader.Kind.TAIL
                ? tail(request, start, store, start.notices(reading))
                : openConsole(request, start, store, places, start.notices(reading));
    }

    private int tail(CommandLineReader.Request request, StartUp start, SettingsStore store, List<Problem> notices)
            throws InterruptedException {
        boolean refused = !start.found().refusals().isEmpty();
        TailCommand command = new TailCommand(request.tail(), lines, err);
        Optional<DemoKind> story = request.demo().flatMap(DemoKind::find);
        if (story.isEmpty()) {
            return command.run(RunningHost.withoutWindow(store), start.plugins(), notices, refused);
        }
        if (!start.catalog().knowsPrefix(DemoStream.PLUGIN)) {
            err.println("signalbox: " + TEXTS.get("no.stream.plugin") + ". " + TEXTS.get("no.stream.plugin.next"));
            return USAGE;
        }
        int speed = store.of(HostSettings.PREFIX).get(HostSettings.DEMO_SPEED);
        try (DemoStream demo = DemoStream.start(story.get(), speed)) {
            store.beginWithOverlay(DemoStream.PLUGIN, demo.settings());
            return command.run(RunningHost.withoutWindow(store), start.plugins(), notices, refused);
        } catch (IOException failure) {
            err.println("The demo server cannot start: " + failure.getMessage());
            return USAGE;
        }
    }

    private int openConsole(
            CommandLineReader.Request request, StartUp start, SettingsStore store, Places places, List<Problem> notices)
            throws InterruptedException {
        Optional<String> noDisplay = Display.missing();
        if (noDisplay.isPresent()) {
            err.println("signalbox cannot open its window: " + noDisplay.get() + ".");
            return USAGE;
        }
        Console console = Guice.createInjector(Stage.PRODUCTION, new HostModule(store, places))
                .getInstance(Console.class);
        opened = Optional.of(console);
        console.open(start.plugins(), notices, request.demo().flatMap(DemoKind::find), exit);
        return RUNNING;
    }

    /** The console once it is open, for tests. */
    Optional<Console> console() {
        return opened;
    }

    /** Before the first line is logged: the log's own complaint would be a page long. */
    private void prepareLogs(Path directory) {
        System.setProperty("signalbox.logs", directory.toString());
        try {
            Files.createDirectories(directory);
        } catch (IOException unusable) {
            err.println("signalbox keeps no log: the directory " + directory + " cannot be made.");
        }
    }

    private int serveDemo(CommandLineReader.Request request) throws InterruptedException {
        DemoKind kind = request.demo().flatMap(DemoKind::find).orElse(DemoKind.STORY);
        try (DemoServer server =
                new DemoServer(kind.story(DemoKind.USUAL_SEED), DemoOptions.USUAL.withPort(request.port()))) {
            server.start();
            out.println(server.description());
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException | IllegalArgumentException failure) {
            err.println("The demo server cannot start: " + failure.getMessage());
            return USAGE;
        }
    }

    private int print(String text) {
        out.println(text.stripTrailing());
        return 0;
    }

    private int refuse(List<SettingsProblem> problems) {
        err.println(problems.size() == 1 ? "One thing is wrong:" : problems.size() + " things are wrong:");
        problems.forEach(problem -> err.println("  " + problem));
        return USAGE;
    }

    /** The plug-in directory decides which flags there are, so it is looked for before the rest is read. */
    private static Optional<Path> pluginsOf(String... arguments) {
        String flag = "--plugins";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(flag + "=")) {
                return Optional.of(Path.of(arguments[i].substring(flag.length() + 1)));
            }
            if (arguments[i].equals(flag) && i + 1 < arguments.length) {
                return Optional.of(Path.of(arguments[i + 1]));
            }
        }
        return Optional.empty();
    }

    /** The directory of the console's jar. */
    private static Path installed() {
        try {
            Path code = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(code.toAbsolutePath().getParent(), "a jar lies in a directory");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
