package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real handshakes with real certificates. */
@Timeout(30)
class TlsTest {
    private static final TestCertificates CERTIFICATES = TestCertificates.get();
    private static final KeyFile AUTHORITY = new KeyFile(CERTIFICATES.authority(), Optional.empty());

    private HttpConnector connector = trusting(AUTHORITY);
    private @Nullable FakeServer server;

    @AfterEach
    void leavesNothingBehind() throws IOException {
        await().untilAsserted(() -> assertThat(connector.connections()).isZero());
        connector.close();
        if (server != null) {
            server.close();
        }
    }

    // streams

    @Test
    void aStreamOverTlsIsReadToItsEnd() throws Exception {
        secured(TestCertificates.GOOD)
                .streams("/s")
                .thenSend("data: 1\n\n")
                .thenSend("data: 2\n\n")
                .thenEnd();
        try (SseConnection connection = open("/s")) {
            EventStreamParser parser = new EventStreamParser(100, "");
            assertThat(nextData(connection, parser)).isEqualTo("1");
            assertThat(nextData(connection, parser)).isEqualTo("2");
            assertThat(connection.readInto(parser)).isFalse();
        }
    }

    @Test
    void gzipOverTlsIsLiveEachFlushedEventArrivesAtOnce() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CountDownLatch firstRead = new CountDownLatch(1);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, true)) {
            gzip.write("data: 1\n\n".getBytes(UTF_8));
            gzip.flush();
            byte[] first = bytes.toByteArray();
            bytes.reset();
            gzip.write("data: 2\n\n".getBytes(UTF_8));
            gzip.flush();
            secured(TestCertificates.GOOD)
                    .streams("/s", "Content-Type: text/event-stream\r\nContent-Encoding: gzip\r\n")
                    .thenSend(first)
                    .thenAwait(firstRead)
                    .thenSend(bytes.toByteArray());
        }
        try (SseConnection connection = open("/s")) {
            EventStreamParser parser = new EventStreamParser(100, "");
            assertThat(nextData(connection, parser)).isEqualTo("1");
            firstRead.countDown();
            assertThat(nextData(connection, parser)).isEqualTo("2");
        }
    }

    @Test
    void aResetOverTlsIsALossAndSaysSo() {
        secured(TestCertificates.GOOD).streams("/s").thenSend("data: 1\n\n").thenReset();
        SseConnection connection = open("/s");
        EventStreamParser parser = new EventStreamParser(100, "");
        assertThat(catchThrowableOfType(StreamLost.class, () -> {
                    while (connection.readInto(parser)) {
                        parser.next();
                    }
                }))
                .isNotNull();
    }

    @Test
    void closingFreesABlockedReadOverTlsAtOnce() throws Exception {
        Script script = secured(TestCertificates.GOOD).streams("/s").thenSend("data: 1\n\n");
        SseConnection connection = open("/s");
        EventStreamParser parser = new EventStreamParser(100, "");
        nextData(connection, parser);
        CompletableFuture<Throwable> ended = inBackground(() -> connection.readInto(parser));
        connection.close();
        assertThat(ended.get(1, TimeUnit.SECONDS)).isInstanceOf(StreamLost.class);
        script.awaitClientClosed();
    }

    // certificates of servers

    @Test
    void anUntrustedIssuerIsFatalAndTheCertificateIsNamed() {
        secured(TestCertificates.GOOD);
        connector = withJustTheRuntimesTrust();
        StreamRefused refused = refused();
        assertThat(refused)
                .hasMessageStartingWith("The certificate of " + where()
                        + " is not accepted: this machine does not trust whoever issued it (certificate of CN=good,"
                        + " issued by CN=Test Authority, serial number ")
                .hasMessageContaining(", valid from ")
                .hasMessageContaining("SHA-256 ")
                .hasMessageContaining(CERTIFICATES
                        .certificate(TestCertificates.GOOD)
                        .getSerialNumber()
                        .toString(16));
        assertThat(refused.nextStep()).contains("sse.trust-store");
    }

    @Test
    void aSelfSignedCertificateIsFatalAndSaidToBeOne() {
        secured(TestCertificates.SELF_SIGNED);
        assertThat(refused())
                .hasMessageContaining("it is signed by itself, and this machine does not trust it"
                        + " (certificate of CN=self-signed, issued by CN=self-signed");
    }

    @Test
    void aSelfSignedCertificateCanBeTrusted() {
        secured(TestCertificates.SELF_SIGNED).streams("/s");
        connector = trusting(new KeyFile(CERTIFICATES.pem(TestCertificates.SELF_SIGNED), Optional.empty()));
        open("/s").close();
    }

    @Test
    void anExpiredCertificateIsFatalAndSaysSinceWhen() {
        secured(TestCertificates.EXPIRED);
        StreamRefused refused = refused();
        assertThat(refused)
                .hasMessageContaining("is not accepted: it expired on 20")
                .hasMessageContaining("CN=expired");
        assertThat(refused.nextStep()).contains("clock");
    }

    @Test
    void aCertificateThatIsNotYetValidIsFatalAndSaysFromWhen() {
        secured(TestCertificates.FUTURE);
        assertThat(refused())
                .hasMessageContaining("is not accepted: it is not valid before 20")
                .hasMessageContaining("CN=future");
    }

    @Test
    void aCertificateForAnotherHostIsFatalAndSaysForWhich() {
        secured(TestCertificates.OTHER_HOST);
        assertThat(refused())
                .hasMessageContaining(
                        "is not accepted: it is for orders.example, other.example, not for 127.0.0.1 (certificate of"
                                + " CN=other-host");
    }

    @Test
    void theOperatorsCertificatesAreTrustedInAdditionToTheRuntimes() throws Exception {
        ServerCertificates both = ServerCertificates.trustedBy(Optional.of(AUTHORITY));
        ServerCertificates usual = ServerCertificates.trustedBy(Optional.empty());
        assertThat(both.getAcceptedIssuers())
                .contains(usual.getAcceptedIssuers())
                .hasSize(usual.getAcceptedIssuers().length + 1);
    }

    // files of the operator's

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void aTrustStoreMayBeAKeyStoreOfEitherKind(String type) {
        secured(TestCertificates.GOOD).streams("/s");
        connector = trusting(new KeyFile(CERTIFICATES.trustStore(type), Optional.of(TestCertificates.PASSWORD)));
        open("/s").close();
    }

    @Test
    void aTrustStoreIsReadAgainForEveryConnection(@TempDir Path folder) throws Exception {
        Path file = Files.copy(CERTIFICATES.pem(TestCertificates.SELF_SIGNED), folder.resolve("trust.pem"));
        secured(TestCertificates.GOOD).streams("/s");
        connector = trusting(new KeyFile(file, Optional.empty()));
        refused();
        Files.writeString(file, Files.readString(AUTHORITY.path()));
        open("/s").close();
    }

    @ParameterizedTest
    @CsvSource({
        "PKCS12, wrong, its password is wrong, Set sse.trust-store-password.",
        "JKS, wrong, its password is wrong, Set sse.trust-store-password.",
        "PKCS12, , it holds no trusted certificate; it may need the setting sse.trust-store-password,"
                + " Check the file that the setting sse.trust-store names."
    })
    void aTrustStoreThatDoesNotOpenSaysSo(String type, @Nullable String password, String why, String nextStep) {
        secured(TestCertificates.GOOD);
        Path file = CERTIFICATES.trustStore(type);
        connector = trusting(new KeyFile(file, Optional.ofNullable(password)));
        StreamRefused refused = refused();
        assertThat(refused).hasMessage("The trust store " + file + " cannot be used: " + why + ".");
        assertThat(refused.nextStep()).isEqualTo(nextStep);
    }

    @Test
    void aTrustStoreThatIsMissingOrSomethingElseSaysSo(@TempDir Path folder) throws Exception {
        secured(TestCertificates.GOOD);
        connector = trusting(new KeyFile(folder.resolve("gone"), Optional.empty()));
        assertThat(refused()).hasMessageContaining("there is no such file");
        connector = trusting(new KeyFile(folder, Optional.empty()));
        assertThat(refused()).hasMessageContaining("it cannot be read");
        Path text = Files.writeString(folder.resolve("text"), "hello");
        connector = trusting(new KeyFile(text, Optional.empty()));
        assertThat(refused()).hasMessageContaining("it is neither PKCS #12, JKS nor PEM");
    }

    @Test
    void aServerThatAsksIsShownTheClientCertificate() {
        demanding("TLSv1.3").streams("/s");
        connector = showing(CERTIFICATES.keyFile(TestCertificates.CLIENT), TestCertificates.PASSWORD);
        open("/s").close();
    }

    @Test
    void aClientCertificateThatCannotBeUsedSaysSo(@TempDir Path folder) {
        demanding("TLSv1.3");
        connector = showing(folder.resolve("gone"), TestCertificates.PASSWORD);
        assertThat(refused())
                .hasMessage(
                        "The client certificate " + folder.resolve("gone") + " cannot be used: there is no such file.");
        connector = showing(CERTIFICATES.keyFile(TestCertificates.CLIENT), "wrong");
        StreamRefused locked = refused();
        assertThat(locked).hasMessageContaining("its password is wrong");
        assertThat(locked.nextStep()).isEqualTo("Set sse.client-certificate-password.");
        connector = showing(CERTIFICATES.trustStore("PKCS12"), TestCertificates.PASSWORD);
        assertThat(refused()).hasMessageContaining("it holds no private key");
        connector = showing(CERTIFICATES.keyFile(TestCertificates.EXPIRED_CLIENT), TestCertificates.PASSWORD);
        assertThat(refused()).hasMessageContaining("it expired on 20").hasMessageContaining("CN=expired-client");
    }

    // handshakes

    @Test
    void aServerThatDemandsAClientCertificateIsNotAskedAgainWithoutOne() {
        demanding("TLSv1.2");
        StreamRefused refused = refused();
        assertThat(refused).hasMessage(where() + " asks for a client certificate, and there is none that suits.");
        assertThat(refused.nextStep()).contains("sse.client-certificate");
    }

    @Test
    void aServerThatSaysAfterTheHandshakeThatItMissesTheCertificateIsUnderstood() {
        demanding("TLSv1.3");
        // with luck its alert arrives, without it only the reset does
        StreamFailure failure = catchThrowableOfType(
                StreamFailure.class, () -> connector.stream(request("/s"), "").open());
        assertThat(failure).hasMessageContaining("client certificate");
    }

    @Test
    void aServerThatOnlyAsksForAClientCertificateIsFineWithoutOne() throws Exception {
        SSLServerSocket asking = socket(TestCertificates.GOOD);
        asking.setWantClientAuth(true);
        server = FakeServer.start(asking);
        server.streams("/s");
        open("/s").close();
    }

    @Test
    void aServerThatHangsUpAfterAskingInVainGetsAHintIntoTheReason() throws Exception {
        SSLServerSocket asking = socket(TestCertificates.GOOD);
        asking.setWantClientAuth(true);
        server = FakeServer.start(asking);
        server.answers("/s", "").thenFinish();
        assertThat(lost())
                .hasMessage(where() + " closed the connection after it had asked for a client certificate and got none;"
                        + " the setting sse.client-certificate names one.");
    }

    @Test
    void tlsThatIsTooOldIsFatalAndSaysWhichIsNeeded() throws Exception {
        int port = answering("\u0015\u0003\u0001\u0000\u0002\u0002F");
        assertThat(refused("https://127.0.0.1:" + port + "/s"))
                .hasMessage("127.0.0.1:" + port + " speaks no TLS that can be used here; TLS 1.2 or 1.3 is needed"
                        + " (Received fatal alert: protocol_version).");
    }

    @Test
    void plainHttpBehindAnHttpsAddressIsSaidToBeNoTls() throws Exception {
        int port = answering("HTTP/1.1 400 Bad Request\r\n\r\n");
        assertThat(lost("https://127.0.0.1:" + port + "/s"))
                .hasMessage("No secure connection to 127.0.0.1:" + port
                        + ": what it answers is not TLS. Is the address an http one, or a proxy in between?");
    }

    @Test
    void aHandshakeThatBreaksOffIsTriedAgain() throws Exception {
        int port = answering("");
        assertThat(lost("https://127.0.0.1:" + port + "/s"))
                .hasMessage("No secure connection to 127.0.0.1:" + port + ": it broke the handshake off.");
    }

    @Test
    void aHandshakeThatTakesTooLongIsTriedAgain() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            connector = new HttpConnector(
                    new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(20)), StreamLimits.DEFAULT);
            assertThat(lost("https://127.0.0.1:" + silent.getLocalPort() + "/s"))
                    .hasMessage("No secure connection to 127.0.0.1:" + silent.getLocalPort() + " within 300 ms.");
        }
    }

    @Test
    void closingFreesWhoeverIsInAHandshake() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SseConnection connection = connector.stream(to("https://127.0.0.1:" + silent.getLocalPort() + "/s"), "");
            CompletableFuture<Throwable> ended = inBackground(connection::open);
            try (Socket greeted = silent.accept()) {
                assertThat(greeted.getInputStream().read()).isEqualTo(22);
                connection.close();
                assertThat(ended.get(1, TimeUnit.SECONDS)).isInstanceOf(StreamLost.class);
            }
        }
    }

    private StreamRefused refused() {
        return catchThrowableOfType(
                StreamRefused.class, () -> connector.stream(request("/s"), "").open());
    }

    private StreamRefused refused(String address) {
        return catchThrowableOfType(
                StreamRefused.class, () -> connector.stream(to(address), "").open());
    }

    private StreamLost lost() {
        return catchThrowableOfType(
                StreamLost.class, () -> connector.stream(request("/s"), "").open());
    }

    private StreamLost lost(String address) {
        return catchThrowableOfType(
                StreamLost.class, () -> connector.stream(to(address), "").open());
    }

    private static StreamRequest to(String address) {
        return new StreamRequest(URI.create(address), List.of());
    }

    private String where() {
        return "127.0.0.1:" + Objects.requireNonNull(server).port();
    }

    /** A server that takes the first bytes, says this and closes. */
    private static int answering(String bytes) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        FakeServer.daemon("test-answering", () -> {
            try (listening;
                    Socket socket = listening.accept()) {
                socket.getInputStream().read(new byte[16 * 1024]);
                socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException over) {
                // the client has seen enough
            }
        });
        return listening.getLocalPort();
    }

    private static SSLServerSocket socket(String certificate) throws IOException {
        return (SSLServerSocket) CERTIFICATES
                .server(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private FakeServer demanding(String protocol) {
        try {
            SSLServerSocket demanding = socket(TestCertificates.GOOD);
            demanding.setNeedClientAuth(true);
            demanding.setEnabledProtocols(new String[] {protocol});
            server = FakeServer.start(demanding);
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static HttpConnector withJustTheRuntimesTrust() {
        return connector(Optional.empty(), Optional.empty());
    }

    private static HttpConnector showing(Path certificate, String password) {
        return connector(Optional.of(AUTHORITY), Optional.of(new KeyFile(certificate, Optional.of(password))));
    }

    private static HttpConnector trusting(KeyFile file) {
        return connector(Optional.of(file), Optional.empty());
    }

    private static HttpConnector connector(Optional<KeyFile> trust, Optional<KeyFile> certificate) {
        return new HttpConnector(
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)),
                StreamLimits.DEFAULT,
                new Access(ProxyChoice.NONE, Optional.empty(), trust, certificate));
    }

    private SseConnection open(String path) {
        try {
            SseConnection connection = connector.stream(request(path), "");
            assertThat(connection.open()).isTrue();
            return connection;
        } catch (StreamFailure failure) {
            throw new AssertionError(failure);
        }
    }

    private StreamRequest request(String path) {
        return new StreamRequest(Objects.requireNonNull(server).uri(path), List.of());
    }

    private FakeServer secured(String certificate) {
        try {
            server = FakeServer.startSecured(CERTIFICATES.server(certificate));
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static String nextData(SseConnection connection, EventStreamParser parser) throws StreamFailure {
        while (true) {
            EventStreamParser.Item item = parser.next();
            if (item == EventStreamParser.Item.MESSAGE) {
                return parser.data();
            }
            if (item == EventStreamParser.Item.NEED_BYTES && !connection.readInto(parser)) {
                throw new AssertionError("the stream ended");
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static CompletableFuture<Throwable> inBackground(Work work) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        FakeServer.daemon("test-background", () -> {
            try {
                work.run();
                thrown.complete(new AssertionError("nothing was thrown"));
            } catch (Throwable expected) {
                thrown.complete(expected);
            }
        });
        return thrown;
    }
}
