package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.plugin.PluginJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything the program says without opening a window. */
class MainTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void useNothingOfThisMachine() throws IOException {
        environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        environment.put("XDG_STATE_HOME", directory.resolve("state").toString());
        environment.put("APPDATA", directory.resolve("config").toString());
        environment.put("LOCALAPPDATA", directory.resolve("state").toString());
        PluginJar.plugin(
                        "tried",
                        "1.0",
                        "public List<Setting<?>> settings() { return List.of(Setting.text(\"url\", \"Where\", \"\"),"
                                + " Setting.number(\"rows\", \"Rows\", 1, 1, 9)); }")
                .writeTo(directory.resolve("plugins/tried.jar"));
    }

    @Test
    void theHelpListsConsoleAndPluginSettings() throws Exception {
        assertThat(run("--help")).isZero();
        assertThat(said(out)).contains("--console.theme", "Settings of the plug-in tried:", "--tried.url=TEXT");
        assertThat(said(err)).isEmpty();
    }

    @Test
    void theVersionIsOneLine() throws Exception {
        assertThat(run("--version")).isZero();
        assertThat(said(out)).matches("signalbox \\S+\\R");
    }

    @Test
    void theDemoServerHasAHelpOfItsOwn() throws Exception {
        assertThat(run("demo-server", "--help")).isZero();
        assertThat(said(out)).contains("demo-server", "--port=N").doesNotContain("--tried.url");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        environment.put("SIGNALBOX_TRIED_ULR", "x");
        settings("tried.rows=10\nother.key=stranger");

        assertThat(run("--tried.rwos=2", "--demo=soap", "--console.theme=pink")).isEqualTo(2);
        assertThat(said(out)).isEmpty();
        assertThat(said(err).lines())
                .containsExactly(
                        "5 things are wrong:",
                        "  --tried.rwos: there is no such flag. Did you mean tried.rows?",
                        "  --demo: there is no story 'soap'. There are story, endless, storm.",
                        "  settings.properties: tried.rows: '10' cannot be used: expected a whole number from 1 to 9.",
                        "  SIGNALBOX_TRIED_ULR: no setting has this variable. Did you mean SIGNALBOX_TRIED_URL?",
                        "  --console.theme: 'pink' cannot be used: expected one of light, dark.");
    }

    @Test
    void aSettingsFileThatIsNotThereIsAMistakeWhenItWasAskedFor() throws Exception {
        Path missing = directory.resolve("missing.properties");

        assertThat(run("--settings=" + missing)).isEqualTo(2);
        assertThat(said(err).lines())
                .containsExactly(
                        "One thing is wrong:",
                        "  --settings: there is no file " + missing + ". Make it, or leave the flag out.");
    }

    @Test
    void aPluginDirectoryThatIsNotThereIsAMistakeWhenItWasAskedFor() throws Exception {
        Path missing = directory.resolve("missing");

        assertThat(main().run("--plugins", missing.toString())).isEqualTo(2);
        assertThat(said(err)).contains("--plugins: there is no directory " + missing + ".");
    }

    @Test
    void aDamagedSettingsFileIsNamedAndHelpIsStillGiven() throws Exception {
        settings("tried.url=\\u1");

        assertThat(run()).isEqualTo(2);
        assertThat(said(err)).contains("settings.properties cannot be read");
        assertThat(run("--help")).isZero();
    }

    @Test
    void withoutADisplayOneSentenceIsSaid() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(said(err).lines())
                .singleElement()
                .asString()
                .startsWith("signalbox cannot open its window: there is no display");
    }

    @Test
    void aPortThatIsNoneIsRefused() throws Exception {
        assertThat(run("demo-server", "--port", "many")).isEqualTo(2);
        assertThat(said(err)).contains("One thing is wrong:", "--port", "many");
        err.reset();
        assertThat(run("demo-server", "--port", "70000")).isEqualTo(2);
        assertThat(said(err))
                .isEqualToIgnoringNewLines("The demo server cannot start: The port must be 0 to 65535, and is 70000");
    }

    @Test
    void theDemoServerDoesNotAskForTheConsolesSettings() throws Exception {
        settings("tried.rows=10");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("demo-server", "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(2);
        }
        assertThat(said(err)).startsWith("The demo server cannot start: ").doesNotContain("tried.rows");
    }

    private int run(String... arguments) throws InterruptedException {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[0] = "--plugins=" + directory.resolve("plugins");
        return main().run(all);
    }

    private Main main() {
        return new Main(environment, stream(out), stream(err), code -> {});
    }

    private void settings(String text) throws IOException {
        Path file = Places.of(environment, Path.of("/"), System.getProperty("os.name"), directory)
                .settings();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
