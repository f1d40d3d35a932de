package dev.signalbox.host.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConnectionState;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Delivery;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.WatchSettled;
import dev.signalbox.api.WorkUpdate;
import dev.signalbox.host.app.ConsoleUnderTest;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug-ins of the plug-in guide, built from their sources as a reader builds them, and opened in the console. */
class PluginGuideIT {
    private static final Path DOCS = ConsoleUnderTest.layout().resolve("../../../docs");

    /** A file that the guide shows: its path in a comment, and its text in the block that follows. */
    private static final Pattern SHOWN =
            Pattern.compile("<!-- (examples/\\S+) -->\\n+```\\w+\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path temporary;

    private final List<ConsoleEvent> heard = new CopyOnWriteArrayList<>();
    private @Nullable ConsoleUnderTest console;

    @Test
    void theGuideShowsTheExamplesAsTheyAre() throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(DOCS.resolve("plugin-guide.md")));
        List<String> paths = new ArrayList<>();
        while (shown.find()) {
            paths.add(shown.group(1));
            assertThat(shown.group(2)).as(shown.group(1)).isEqualTo(Files.readString(DOCS.resolve(shown.group(1))));
        }
        assertThat(paths)
                .containsAll(sources("tick"))
                .containsAll(sources("jobs"))
                .contains("examples/tick/pom.xml");
    }

    @Test
    void theSmallestPluginTicks() throws Exception {
        open(plugin("tick"));

        await().untilAsserted(() -> assertThat(of(WorkUpdate.class))
                .extracting(WorkUpdate::source, WorkUpdate::key, WorkUpdate::message)
                .contains(Tuple.tuple("tick/clock", "TICK-1", "tick 2")));
        assertThat(of(ConnectionChanged.class))
                .extracting(ConnectionChanged::state)
                .endsWith(ConnectionState.OPEN);
        assertThat(of(Problem.class)).isEmpty();
    }

    @Test
    void theSecondPluginFollowsAFileOfJobs() throws Exception {
        Path file = Files.writeString(temporary.resolve("jobs.txt"), "build-7 running compiling\n");
        open(plugin("jobs"), "--jobs.file=" + file, "--jobs.watch=build-7,build-8");
        await().untilAsserted(() -> assertThat(messages()).contains("compiling"));
        Files.writeString(
                file, "nonsense\nbuild-7 done ok\nbuild-8 failed disk full\nbuild-9", StandardOpenOption.APPEND);

        await().untilAsserted(() -> assertThat(of(WatchSettled.class))
                .extracting(WatchSettled::total, WatchSettled::failed)
                .containsExactly(Tuple.tuple(2, 1)));
        assertThat(messages()).as("each whole line, once").containsExactly("compiling", "ok", "disk full");
        assertThat(of(Problem.class)).extracting(Problem::cause).containsExactly("It is no step of a job: nonsense");
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        ConsoleUnderTest open = console;
        if (open != null) {
            EventQueue.invokeAndWait(() -> Stream.of(Frame.getFrames())
                    .filter(frame -> "console".equals(frame.getName()) && frame.isShowing())
                    .forEach(frame -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING))));
            assertThat(open.exit().get(15, TimeUnit.SECONDS)).isZero();
        }
    }

    private void open(Path plugins, String... arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--plugins=" + plugins);
        ConsoleUnderTest opened = ConsoleUnderTest.open(temporary.resolve("home"), all.toArray(String[]::new));
        console = opened;
        opened.bus().subscribe(ConsoleEvent.class, Delivery.BACKGROUND, Replay.CURRENT, heard::addAll);
    }

    private List<String> messages() {
        return of(WorkUpdate.class).stream().map(WorkUpdate::message).toList();
    }

    private <E extends ConsoleEvent> List<E> of(Class<E> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A directory of plug-ins with one in it: compiled against the console's API alone, and packed. */
    private Path plugin(String name) throws IOException {
        Path classes = Files.createDirectories(temporary.resolve("classes"));
        compile(name, classes);
        Path plugins = temporary.resolve("plugins");
        Path folder = Files.createDirectories(plugins.resolve(name));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name + ".jar")))) {
            pack(classes, jar);
            pack(DOCS.resolve("examples/" + name + "/src/main/resources"), jar);
        }
        return plugins;
    }

    private static void compile(String name, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = sources(name).stream().map(DOCS::resolve).toList();
            boolean done = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("--release", "17", "-d", classes.toString(), "-classpath", api()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
    }

    private static String api() throws IOException {
        try (Stream<Path> jars = Files.list(ConsoleUnderTest.layout().resolve("lib"))) {
            return jars.map(Path::toString)
                    .filter(jar -> jar.contains("signalbox-api") || jar.contains("jspecify"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** The sources of an example, as the guide names them. */
    private static List<String> sources(String name) throws IOException {
        try (Stream<Path> files = Files.walk(DOCS.resolve("examples/" + name + "/src/main"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> DOCS.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void pack(Path root, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }
}
