package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.plugin.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code signalbox tail} on other plug-ins than the shipped one: the examples of the guide, and some that misbehave. */
@Timeout(120)
class TailPluginsIT {
    private static final Path EXAMPLES = ConsoleUnderTest.layout().resolve("../../../docs/examples");

    @TempDir
    Path home;

    @Test
    void theSmallestPluginIsFollowed() throws Exception {
        example("tick", "com.example.tick.TickPlugin");
        try (Program tail = start("--max-events=2")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines()).last().asString().endsWith("RUNNING     IN_PROGRESS  tick 2");
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void aPluginWithAPanelIsFollowedUntilItsJobsAreSettled() throws Exception {
        example("jobs", "com.example.jobs.JobsPlugin");
        Path file = Files.writeString(
                home.resolve("jobs.txt"), "build-7 running compiling\nbuild-7 done ok\nbuild-8 failed disk full\n");
        try (Program tail = start("--jobs.file=" + file, "--jobs.watch=build-7,build-8", "--until-settled", "--json")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.lines()).last().asString().contains("\"settled\"", "\"total\":2,\"failed\":1");
            assertThat(ended.lines())
                    .filteredOn(line -> line.contains("\"work\""))
                    .hasSize(3);
        }
    }

    @Test
    void oneOfSeveralSourcesIsMeantByItsShortName() throws Exception {
        example("tick", "com.example.tick.TickPlugin");
        example("jobs", "com.example.jobs.JobsPlugin");
        Path file = Files.writeString(home.resolve("jobs.txt"), "build-7 running compiling\n");
        try (Program tail = start("--source=jobs", "--jobs.file=" + file, "--max-events=1")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines()).allSatisfy(line -> assertThat(line).contains("jobs/file"));
        }
    }

    @Test
    void aSourceThatDoesNotExistIsRefusedWithThoseThatDo() throws Exception {
        example("tick", "com.example.tick.TickPlugin");
        try (Program tail = start("--source=clokc")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err().strip()).isEqualTo("signalbox: There is no source 'clokc'. There are: tick/clock.");
        }
    }

    @Test
    void aPluginThatDoesNotStartIsAProblemAndIfNothingIsLeftTheEnd() throws Exception {
        StartedWith.plugin(plugins(), "broken", "throw new IllegalStateException(\"no licence\");");
        try (Program tail = start()) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.lines()).singleElement().asString().contains("problem", "no licence");
            assertThat(ended.err()).contains("nothing to follow").hasLineCount(1);
        }
    }

    @Test
    void aPluginThatDoesNotStartIsAProblemAndTheOthersAreFollowed() throws Exception {
        example("tick", "com.example.tick.TickPlugin");
        StartedWith.plugin(plugins(), "broken", "throw new IllegalStateException(\"no licence\");");
        try (Program tail = start("--max-events=1")) {
            Program.Ended ended = tail.end();

            assertThat(ended.code()).isZero();
            assertThat(ended.lines()).anyMatch(line -> line.contains("no licence"));
        }
    }

    @Test
    void aPluginThatHangsInItsStopDoesNotKeepASignalWaitingForEver() throws Exception {
        StartedWith.plugin(
                plugins(),
                "hangs",
                StartedWith.source(
                                "one",
                                "sink.opened(); new java.util.concurrent.CountDownLatch(1).await(); return null;")
                        + "context.own(() -> new java.util.concurrent.CountDownLatch(1).await());");
        try (Program tail = start()) {
            tail.awaitLine("OPEN");
            tail.interrupt();

            assertThat(tail.end().code()).isEqualTo(130);
        }
    }

    private Program start(String... arguments) throws IOException {
        return Program.start(
                home,
                Stream.concat(Stream.of("tail", "--plugins=" + plugins()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Path plugins() {
        return home.resolve("plugins");
    }

    private void example(String name, String entry) throws IOException {
        PluginJar jar = new PluginJar().service(entry);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(EXAMPLES.resolve(name + "/src/main/java"))) {
            sources = files.filter(Files::isRegularFile).toList();
        }
        for (Path source : sources) {
            jar.source(Files.readString(source));
        }
        jar.writeTo(plugins().resolve(name + ".jar"));
    }
}
