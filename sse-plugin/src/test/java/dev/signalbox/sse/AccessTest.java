package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.sse.stream.FakeServer;
import dev.signalbox.sse.stream.FakeServer.Request;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole sessions: who we say we are, to whom, and over TLS. */
@Timeout(30)
class AccessTest {
    private final RecordingSink sink = RecordingSink.firstSession();
    private FakeServer server;
    private TextSettings settings;
    private HttpConnector connector;

    @TempDir
    Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeServer.start();
        settings = TextSettings.of("url", server.uri("/s").toString());
        SseSettings read = SseSettings.read(settings);
        connector = read.connector(read.timeouts());
    }

    @AfterEach
    void leavesNoThread() throws Exception {
        sink.cancel();
        connector.close();
        server.close();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("sse-") || name.equals("test-session")));
    }

    @Test
    void aUserIsSentAsBasicCredentials() throws Exception {
        settings.change("user", "operator", "password", "pä:ss");
        assertThat(authorization()).isEqualTo("Basic b3BlcmF0b3I6cMOkOnNz");
    }

    @Test
    void anAuthorizationLineIsSentAsItIs() throws Exception {
        settings.change("header", "authorization: Digest x");
        assertThat(authorization()).isEqualTo("Digest x");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is written for sh")
    void theTokenCommandIsRunForEveryConnectionAndOnlyOnceForStreamAndSnapshot() throws Exception {
        Path count = Files.writeString(folder.resolve("count"), "");
        settings.change(
                "token-command",
                "sh -c 'echo x >> " + count + "; wc -l < " + count + "'",
                "snapshot",
                server.uri("/o").toString());
        OrderUpdateSource source = source();
        for (int connection = 1; connection <= 2; connection++) {
            server.streams("/s").thenEnd();
            server.answers("/o", "200 OK", "", "[]");
            RecordingSink.firstSession().run(source).end();
            assertThat(server.nextRequest().header("Authorization")).isEqualTo("Bearer " + connection);
            assertThat(server.nextRequest().header("Authorization")).isEqualTo("Bearer " + connection);
        }
    }

    @Test
    void theTokenFileIsReadForEveryConnection() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "one\n");
        settings.change("token-file", file.toString());
        assertThat(authorization()).isEqualTo("Bearer one");
        Files.writeString(file, "two");
        assertThat(authorization()).isEqualTo("Bearer two");
    }

    @Test
    void aTokenThatCannotBeHadIsTriedAgainLikeALostStream() throws Exception {
        settings.change("token-file", folder.resolve("gone").toString());
        assertThat(sink.run(source()).failure(IOException.class)).hasMessageContaining("does not exist");
        assertThat(server.wasNotAskedAgain()).isTrue();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is written for sh")
    void leavesWithinASecondWhileTheTokenCommandRuns() throws Exception {
        Path started = folder.resolve("started");
        settings.change("token-command", "sh -c 'touch " + started + "; sleep 600'");
        sink.run(source());
        await().until(() -> Files.exists(started));
        sink.cancel();
        assertThat(server.wasNotAskedAgain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "token, t, user, u, 'sse.token, sse.user'",
        "token, t, token-command, c, 'sse.token, sse.token-command'",
        "token-file, f, token-command, c, 'sse.token-command, sse.token-file'",
        "token, t, header, Authorization: x, 'sse.token, an Authorization line in sse.header'",
        "token, t, url, http://u:p@127.0.0.1:1/s, 'sse.token, a user in the address'"
    })
    void moreThanOneWayToSayWhoWeAreIsAnErrorThatSaysWhich(
            String one, String itsText, String other, String otherText, String which) throws Exception {
        settings.change(one, itsText, other, otherText);
        FatalSourceException fatal = sink.run(source()).failure(FatalSourceException.class);
        assertThat(fatal).hasMessage("There is more than one way to say who you are: " + which + ".");
        assertThat(fatal.nextStep()).isEqualTo("Keep one of them.");
    }

    @Test
    void aPasswordWithoutAUserIsAnError() throws Exception {
        settings.change("password", "p");
        assertThat(sink.run(source()).failure(FatalSourceException.class))
                .hasMessage("There is a password but no user.");
    }

    @Test
    void aSnapshotOnAnotherServerGetsNeitherHeadersNorCredentials() throws Exception {
        try (FakeServer other = FakeServer.start()) {
            settings.change(
                    "header",
                    "X-Key: 1",
                    "token",
                    "t",
                    "snapshot",
                    other.uri("/o").toString());
            Request snapshot = snapshotRequest(other);
            assertThat(snapshot.header("X-Key")).isEqualTo("(absent)");
            assertThat(snapshot.header("Authorization")).isEqualTo("(absent)");
        }
    }

    @Test
    void aSnapshotOnAnotherServerGetsTheUserInItsOwnAddress() throws Exception {
        try (FakeServer other = FakeServer.start()) {
            settings.change("token", "t", "snapshot", other.uri("/o").toString().replace("//", "//user:p@"));
            assertThat(snapshotRequest(other).header("Authorization")).isEqualTo("Basic dXNlcjpw");
        }
    }

    @Test
    void aSnapshotOnAnotherServerGetsThemWhenTheOperatorSaysSo() throws Exception {
        try (FakeServer other = FakeServer.start()) {
            settings.change("header", "X-Key: 1", "token", "t", "share-credentials", "true");
            settings.change("snapshot", other.uri("/o").toString());
            Request snapshot = snapshotRequest(other);
            assertThat(snapshot.header("X-Key")).isEqualTo("1");
            assertThat(snapshot.header("Authorization")).isEqualTo("Bearer t");
        }
    }

    @Test
    void streamAndSnapshotAreFollowedOverTls() throws Exception {
        server.close();
        TestCertificates certificates = TestCertificates.get();
        server = FakeServer.startSecured(certificates.server(TestCertificates.GOOD));
        settings.change(
                "url", server.uri("/s").toString(),
                "snapshot", server.uri("/o").toString(),
                "trust-store", certificates.authority().toString());
        server.streams("/s").thenSend("id: 1\ndata: {\"orderUpdates\":{\"a\":{\"state\":\"NEW\"}}}\n\n");
        server.answers("/o", "200 OK", "", "[{\"orderId\":\"a\",\"state\":\"OLD\"}]");
        sink.run(source()).awaitLine("checkpoint 1");
        assertThat(sink.orders()).last().isEqualTo("a=NEW");
    }

    @Test
    void aCertificateThatIsNotTrustedIsFatalWithANextStep() throws Exception {
        server.close();
        server = FakeServer.startSecured(TestCertificates.get().server(TestCertificates.GOOD));
        settings.change("url", server.uri("/s").toString());
        FatalSourceException fatal = sink.run(source()).failure(FatalSourceException.class);
        assertThat(fatal).hasMessageContaining("CN=good").hasMessageContaining("CN=Test Authority");
        assertThat(fatal.nextStep()).contains("sse.trust-store");
    }

    @Test
    void filesThatCannotBeUsedAreFatalAtTheSessionNotAtTheStartOfThePlugin() throws Exception {
        server.close();
        server = FakeServer.startSecured(TestCertificates.get().server(TestCertificates.GOOD));
        settings.change(
                "url",
                server.uri("/s").toString(),
                "trust-store",
                folder.resolve("gone").toString());
        SsePlugin plugin = new SsePlugin();
        FakePluginContext context = new FakePluginContext(settings);
        plugin.start(context);
        assertThat(context.live).hasSize(1);
        plugin.stop();
        assertThat(sink.run(source()).failure(FatalSourceException.class))
                .hasMessageContaining("there is no such file");
    }

    private String authorization() throws Exception {
        server.streams("/s").thenEnd();
        RecordingSink.firstSession().run(source()).end();
        return server.nextRequest().header("Authorization");
    }

    private Request snapshotRequest(FakeServer other) throws Exception {
        server.streams("/s").thenEnd();
        other.answers("/o", "200 OK", "", "[]");
        sink.run(source()).end();
        return other.nextRequest();
    }

    private OrderUpdateSource source() {
        SseSettings read = SseSettings.read(settings);
        connector.close();
        connector = read.connector(read.timeouts());
        return new OrderUpdateSource(read.url().orElseThrow(), read, connector, Instant::now);
    }
}
