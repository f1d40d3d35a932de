package dev.signalbox.host.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is laid out for its users, started from another directory as a process of its own. */
@Timeout(120)
class LaunchIT {
    private static final Pattern ADDRESS = Pattern.compile("(http://[\\w.:\\[\\]]+:\\d+)/orders");

    @TempDir
    Path directory;

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        Ended ended = run("--version");

        assertThat(ended.out()).matches("signalbox \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void theHelpListsTheSettingsOfTheShippedPlugin() throws Exception {
        Ended ended = run("--help");

        assertThat(ended.out()).contains("--console.theme", "--sse.url", "--sse.token", "demo-server");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void withoutADisplayItSaysSoInOneSentence() throws Exception {
        Ended ended = run();

        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("signalbox cannot open its window: there is no display");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void anUnknownFlagIsRefusedWithAHint() throws Exception {
        Ended ended = run("--sse.ulr=http://127.0.0.1/");

        assertThat(ended.err()).contains("--sse.ulr: there is no such flag. Did you mean sse.url?");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aStateDirectoryThatCannotBeWrittenIsNoReasonNotToAnswer() throws Exception {
        Files.writeString(directory.resolve("state"), "a file in the place of the directory");
        Ended ended = run("--version");

        assertThat(ended.out()).startsWith("signalbox ").hasLineCount(1);
        assertThat(ended.err().lines()).singleElement().asString().startsWith("signalbox keeps no log: ");
        assertThat(ended.code()).isZero();
    }

    @Test
    void theDemoServerServesAlone() throws Exception {
        Process server = start("demo-server", "--port", "0");
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address(said) + "/orders"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"orderId\"", "ORD-");
        } finally {
            server.destroy();
            assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ended(process.exitValue(), read("out"), read("err"));
    }

    private Process start(String... arguments) throws IOException {
        Path layout = Path.of(Objects.requireNonNull(System.getProperty("signalbox.test.layout")));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + directory.resolve("home"),
                "-jar",
                layout.resolve("signalbox.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("err").toFile());
        if (arguments.length == 0 || !arguments[0].equals("demo-server")) {
            builder.redirectOutput(directory.resolve("out").toFile());
        }
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_") || name.startsWith("JAVA_"));
        builder.environment()
                .putAll(Map.of(
                        "HOME", directory.resolve("home").toString(),
                        "XDG_CONFIG_HOME", directory.resolve("config").toString(),
                        "XDG_STATE_HOME", directory.resolve("state").toString()));
        return builder.start();
    }

    private String read(String stream) throws IOException {
        return Files.readString(directory.resolve(stream));
    }

    private static String address(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group(1);
            }
        }
        throw new AssertionError("it printed no address");
    }
}
