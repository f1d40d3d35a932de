package dev.signalbox.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.sse.stream.FakeServer;
import dev.signalbox.sse.stream.TestCertificates;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator reads after pressing Test. */
class StreamTrialTest {
    private final SseStreamSetup setup = new SseStreamSetup();
    private FakeServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeServer.start();
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    private String test(String... more) throws Exception {
        TextSettings settings = TextSettings.of("url", server.uri("/stream").toString());
        settings.change(more);
        return setup.test(settings);
    }

    @Test
    void saysThatTheStreamSendsEvents() throws Exception {
        server.streams("/stream").thenSend("data: {}\n\n");
        assertThat(test()).isEqualTo("The stream is open and sends events.");
    }

    @Test
    void saysThatAQuietStreamIsOpen() throws Exception {
        server.streams("/stream");
        assertThat(test()).contains("The stream is open", "nothing arrived within 2 s");
    }

    @Test
    void saysHowManyOrdersTheSnapshotHolds() throws Exception {
        server.streams("/stream").thenSend("data: {}\n\n");
        server.answers(
                "/orders", "200 OK", "Content-Type: application/json\r\n", "[{\"orderId\":\"A\"},{\"orderId\":\"B\"}]");
        assertThat(test("snapshot", server.uri("/orders").toString())).endsWith("The snapshot holds 2 orders.");
    }

    @Test
    void saysWhyTheServerRefused() {
        server.answers("/stream", "401 Unauthorized", "Content-Type: text/plain\r\n", "who are you?");
        assertThatThrownBy(this::test)
                .isInstanceOf(FatalSourceException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("who are you?");
    }

    @Test
    void saysThatTheSnapshotIsNoSnapshot() {
        server.streams("/stream").thenSend("data: {}\n\n");
        server.answers("/orders", "200 OK", "Content-Type: application/json\r\n", "<html>");
        assertThatThrownBy(() -> test("snapshot", server.uri("/orders").toString()))
                .isInstanceOf(FatalSourceException.class)
                .hasMessageContaining("snapshot cannot be read");
    }

    @Test
    void triesWithTheTrustAndTheCredentialsOfTheStream() throws Exception {
        TestCertificates certificates = TestCertificates.get();
        server.close();
        server = FakeServer.startSecured(certificates.server(TestCertificates.GOOD));
        server.streams("/stream").thenSend("data: {}\n\n");
        String trusted = certificates.authority().toString();
        assertThat(test("trust-store", trusted, "user", "u", "password", "p"))
                .isEqualTo("The stream is open and sends events.");
        assertThat(server.nextRequest().header("Authorization")).isEqualTo("Basic dTpw");
    }

    @Test
    void saysThatNobodyListens() {
        TextSettings nobody = TextSettings.of("url", "http://127.0.0.1:1/stream");
        assertThatThrownBy(() -> setup.test(nobody)).hasMessageContaining("refused");
    }

    @Test
    void asksForTheAddressFirst() {
        assertThat(setup.asks()).first().isEqualTo(SseSettings.URL);
        assertThatThrownBy(() -> setup.test(TextSettings.of())).isInstanceOf(FatalSourceException.class);
    }
}
