package dev.signalbox.host.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.app.ContractServiceMain;
import dev.signalbox.host.contract.Harness.Connection;
import dev.signalbox.host.contract.Harness.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract that harnesses rely on, statement by statement, against the service as a process of its own. */
@Timeout(120)
class ContractServiceIT {
    private static final String SAYS_WHERE = "The contract service is at ";

    @TempDir
    static Path directory;

    private static ServiceProcess service;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Harness harness;

    /** The service and its address. */
    private record ServiceProcess(Process process, String address) {
        static ServiceProcess start(Path home) throws IOException {
            Process process = ContractServiceMain.process(home, 0)
                    .redirectError(home.resolve("err").toFile())
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(SAYS_WHERE)) {
                    return new ServiceProcess(process, line.substring(SAYS_WHERE.length()));
                }
            }
            throw new AssertionError("the service did not say where it is; see " + home.resolve("err"));
        }
    }

    @BeforeAll
    static void startService() throws IOException {
        service = ServiceProcess.start(directory);
    }

    @AfterAll
    static void stopService() throws InterruptedException {
        service.process().destroy();
        assertThat(service.process().waitFor(20, TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
    }

    @BeforeEach
    void startHarness() throws IOException {
        harness = Harness.start();
    }

    @AfterEach
    void stopHarness() {
        harness.close();
    }

    @Test
    void theServiceSaysWhoItIsAndWhatItCan() throws Exception {
        HttpResponse<String> answer = ask("GET", service.address() + "/", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"name\":\"signalbox\",\"capabilities\":[\"bom\",\"comments\",\"headers\",\"last-event-id\","
                                + "\"post\",\"read-timeout\",\"report\",\"restart\",\"server-directed-shutdown-request\"]}");
    }

    @Test
    void aNewStreamIsCreatedWithItsLocationAndStartsAtOnce() throws Exception {
        HttpResponse<String> answer = ask("POST", service.address() + "/", parameters(""));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(service.address() + "/");
        Connection connection = harness.awaitConnection();
        assertThat(connection.method()).isEqualTo("GET");
        assertThat(connection.header("Accept")).isEqualTo("text/event-stream");
        assertThat(connection.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(connection.header("Last-Event-ID")).isEqualTo("(absent)");
    }

    @Test
    void parametersThatAreNullAreAsIfMissing() throws Exception {
        open("\"initialDelayMs\":null,\"readTimeoutMs\":null,\"lastEventId\":null,\"headers\":null,\"method\":null,"
                + "\"body\":null");

        assertThat(harness.awaitConnection().method()).isEqualTo("GET");
    }

    @Test
    void eventsAndCommentsArePostedInOrderToNumberedAddresses() throws Exception {
        open("");
        harness.awaitConnection()
                .send("\uFEFF:Hello\ndata: one\n\nevent: greeting\nid: 1\ndata: two\n")
                .send("data: lines\n\ndata:\n\n");

        assertThat(harness.awaitCallback()).isEqualTo(new Said(1, "{\"kind\":\"comment\",\"comment\":\"Hello\"}"));
        assertThat(harness.awaitCallback()).isEqualTo(new Said(2, event("message", "one", "")));
        assertThat(harness.awaitCallback()).isEqualTo(new Said(3, event("greeting", "two\\nlines", "1")));
        assertThat(harness.awaitCallback()).isEqualTo(new Said(4, event("message", "", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "REPORT"})
    void methodBodyAndHeadersAreSentAndSentAgain(String method) throws Exception {
        open("\"initialDelayMs\":0,\"method\":\"" + method + "\",\"body\":\"{\\\"hello\\\": \\\"world\\\"}\","
                + "\"headers\":{\"content-type\":\"application/json; charset=utf-8\",\"header-name-1\":\"value-1\"}");

        Connection first = harness.awaitConnection();
        first.breakOff();
        Connection second = harness.awaitConnection();

        for (Connection connection : List.of(first, second)) {
            assertThat(connection.method()).isEqualTo(method);
            assertThat(connection.body()).isEqualTo("{\"hello\": \"world\"}");
            assertThat(connection.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
            assertThat(connection.header("header-name-1")).isEqualTo("value-1");
        }
    }

    @Test
    void theFirstRequestResumesAfterTheIdGiven() throws Exception {
        open("\"lastEventId\":\"abc\"");

        Connection connection = harness.awaitConnection().send("data: x\n\n");
        assertThat(connection.header("Last-Event-ID")).isEqualTo("abc");
        assertThat(harness.awaitCallback().json()).isEqualTo(event("message", "x", "abc"));
    }

    @Test
    void aLostConnectionIsAnErrorAndResumedAfterTheLastWholeEvent() throws Exception {
        open("\"initialDelayMs\":0");
        harness.awaitConnection()
                .send("id: abc\ndata: Hello\n\nid: def\ndata: Goodbye")
                .breakOff();

        assertThat(harness.awaitCallback().json()).isEqualTo(event("message", "Hello", "abc"));
        assertThat(harness.awaitCallback().json()).startsWith("{\"kind\":\"error\",\"error\":\"");
        Connection second = harness.awaitConnection().send("data: We meet again\n\n");
        assertThat(second.header("Last-Event-ID")).isEqualTo("abc");
        assertThat(harness.awaitCallback()).isEqualTo(new Said(3, event("message", "We meet again", "abc")));
    }

    @Test
    void anEmptyIdIsNotSentOnReconnecting() throws Exception {
        open("\"initialDelayMs\":0");
        harness.awaitConnection()
                .send("id: abc\ndata: Hello\n\nid: \ndata: World\n\n")
                .end();

        assertThat(harness.awaitCallback().json()).isEqualTo(event("message", "Hello", "abc"));
        assertThat(harness.awaitCallback().json()).isEqualTo(event("message", "World", ""));
        assertThat(harness.awaitConnection().header("Last-Event-ID")).isEqualTo("(absent)");
    }

    @Test
    void aCleanEndIsALostConnectionToo() throws Exception {
        open("\"initialDelayMs\":0");
        harness.awaitConnection().end();

        assertThat(harness.awaitCallback().json()).startsWith("{\"kind\":\"error\"");
        harness.awaitConnection();
    }

    @Test
    void restartDropsTheConnectionAndReconnectsWithoutAnError() throws Exception {
        String stream = open("\"initialDelayMs\":0");
        harness.awaitConnection().send("id: 7\ndata: Hello\n\n");
        assertThat(harness.awaitCallback().json()).isEqualTo(event("message", "Hello", "7"));

        assertThat(ask("POST", stream, "{\"command\":\"restart\"}").statusCode())
                .isEqualTo(202);

        Connection second = harness.awaitConnection().send("data: Thanks\n\n");
        assertThat(second.header("Last-Event-ID")).isEqualTo("7");
        assertThat(harness.awaitCallback()).isEqualTo(new Said(2, event("message", "Thanks", "7")));
    }

    @Test
    void aStreamThatIsSilentBeyondTheReadTimeoutIsLostAndReconnected() throws Exception {
        open("\"initialDelayMs\":0,\"readTimeoutMs\":300");
        harness.awaitConnection().send("data: Hello\n\n");

        assertThat(harness.awaitCallback().json()).isEqualTo(event("message", "Hello", ""));
        assertThat(harness.awaitCallback().json()).startsWith("{\"kind\":\"error\"");
        harness.awaitConnection();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 300, 301, 302, 307})
    void aRefusedAnswerIsOneErrorAndNotAskedAgain(int status) throws Exception {
        ask("POST", service.address() + "/", parameters(harness.statusUrl(status), "\"initialDelayMs\":0"));

        harness.awaitConnection();
        assertThat(harness.awaitCallback().json()).startsWith("{\"kind\":\"error\"");
        // another stream has been served meanwhile, so this one has had the time to ask again
        awaitAnotherStream();
        assertThat(harness.nothingMoreWasSaid()).isTrue();
    }

    @Test
    void anUnavailableServerIsAnErrorAndAskedAgain() throws Exception {
        ask("POST", service.address() + "/", parameters(harness.statusUrl(503), "\"initialDelayMs\":0"));

        harness.awaitConnection();
        assertThat(harness.awaitCallback().json()).startsWith("{\"kind\":\"error\"");
        harness.awaitConnection();
    }

    @Test
    void noContentEndsTheStreamForGoodAndIsNoError() throws Exception {
        ask("POST", service.address() + "/", parameters(harness.statusUrl(204), "\"initialDelayMs\":0"));

        harness.awaitConnection();
        awaitAnotherStream();
        assertThat(harness.nothingMoreWasSaid()).isTrue();
    }

    @Test
    void anEventOfFifteenMegabytesArrivesWhole() throws Exception {
        open("");
        String large = "0123456789abcdef".repeat(15_000_000 / 16);
        harness.awaitConnection().send("data: " + large + "\n\ndata: next\n\n");

        assertThat(harness.awaitCallback().json())
                .hasSize(event("message", large, "").length());
        assertThat(harness.awaitCallback().json()).isEqualTo(event("message", "next", ""));
    }

    @Test
    void deletingAStreamClosesItForGood() throws Exception {
        String stream = open("\"initialDelayMs\":0");
        Connection connection = harness.awaitConnection().send("data: x\n\n");
        harness.awaitCallback();

        assertThat(ask("DELETE", stream, "").statusCode()).isEqualTo(204);
        assertThat(ask("DELETE", stream, "").statusCode()).isEqualTo(404);
        connection.send("data: too late\n\n").breakOff();
        awaitAnotherStream();
        assertThat(harness.nothingMoreWasSaid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"streamUrl\":\"http://127.0.0.1/\"}", "{\"streamUrl\":\"ftp://x/\"}"})
    void parametersThatCannotBeUsedAreRefused(String parameters) throws Exception {
        assertThat(ask("POST", service.address() + "/", parameters).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUnknownCommandIsRefusedAndAnUnknownStreamNotFound() throws Exception {
        String stream = open("");

        assertThat(ask("POST", stream, "{\"command\":\"dance\"}").statusCode()).isEqualTo(400);
        assertThat(ask("POST", stream + "0", "{\"command\":\"restart\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void deletingTheServiceQuitsIt(@TempDir Path home) throws Exception {
        ServiceProcess other = ServiceProcess.start(home);

        assertThat(ask("DELETE", other.address() + "/", "").statusCode()).isEqualTo(204);
        assertThat(other.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(other.process().exitValue()).isZero();
    }

    private void awaitAnotherStream() throws Exception {
        try (Harness another = Harness.start()) {
            ask("POST", service.address() + "/", parameters(another, another.streamUrl(), "\"initialDelayMs\":0"));
            for (int i = 0; i < 3; i++) {
                another.awaitConnection().end();
                another.awaitCallback();
            }
        }
    }

    private String open(String more) throws Exception {
        return ask("POST", service.address() + "/", parameters(more))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String parameters(String more) {
        return parameters(harness.streamUrl(), more);
    }

    private String parameters(String streamUrl, String more) {
        return parameters(harness, streamUrl, more);
    }

    private static String parameters(Harness to, String streamUrl, String more) {
        return "{\"streamUrl\":\"" + streamUrl + "\",\"callbackUrl\":\"" + to.callbackUrl() + "\",\"tag\":\"a test\""
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static String event(String type, String data, String id) {
        return "{\"kind\":\"event\",\"event\":{\"type\":\"" + type + "\",\"data\":\"" + data + "\",\"id\":\"" + id
                + "\"}}";
    }

    private HttpResponse<String> ask(String method, String address, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
