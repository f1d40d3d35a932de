package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams through proxies that know hosts nobody else does. */
@Timeout(30)
class ProxyTest {
    private static final Login LOGIN = new Login("operator", "gehe:im");
    private static final TestCertificates CERTIFICATES = TestCertificates.get();

    private final NameLookup names = new NameLookup(host -> {
        // nothing but the proxy may be looked up here; it knows the way to the server
        assertThat(host).isEqualTo("127.0.0.1");
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    });
    private HttpConnector connector = connector("none", Optional.empty());
    private FakeServer server = FakeServer.start();

    ProxyTest() throws IOException {}

    @AfterEach
    void leavesNothingBehind() throws IOException {
        await().untilAsserted(() -> assertThat(connector.connections()).isZero());
        connector.close();
        server.close();
    }

    @Test
    void anHttpAddressIsAskedOfAnHttpProxyWhole() throws Exception {
        server.streams("/s?x=1").thenSend("data: 1\n\n").thenEnd();
        try (FakeProxy proxy = FakeProxy.http(server.port())) {
            connector = connector("http://" + proxy.address(), Optional.empty());
            assertThat(read("http://orders.test/s?x=1")).isEqualTo("1");
            assertThat(proxy.asked()).containsExactly("GET http://orders.test/s?x=1 HTTP/1.1");
        }
        assertThat(server.nextRequest().header("Host")).isEqualTo("orders.test");
    }

    @Test
    void anHttpsAddressGoesThroughATunnelOfTheHttpProxy() throws Exception {
        secure();
        server.streams("/s").thenSend("data: 1\n\n").thenEnd();
        try (FakeProxy proxy = FakeProxy.http(server.port())) {
            connector = connector("http://" + proxy.address(), Optional.empty());
            assertThat(read("https://localhost:8443/s")).isEqualTo("1");
            assertThat(proxy.asked()).containsExactly("CONNECT localhost:8443 HTTP/1.1");
        }
    }

    @Test
    void theCredentialsOfTheServerAreNotToldToTheProxy() throws Exception {
        secure();
        server.streams("/s").thenEnd();
        try (FakeProxy proxy = FakeProxy.saying("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
            connector = connector("http://" + proxy.address(), Optional.empty());
            refused("https://localhost/s");
            assertThat(proxy.asked()).containsExactly("CONNECT localhost:443 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://orders.test/s", "https://localhost/s"})
    void anHttpProxyThatAsksIsToldWhoWeAre(String address) throws Exception {
        secureFor(address);
        server.streams("/s").thenSend("data: 1\n\n").thenEnd();
        try (FakeProxy proxy = FakeProxy.http(server.port(), LOGIN)) {
            connector = connector("http://" + proxy.address(), Optional.of(LOGIN));
            assertThat(read(address)).isEqualTo("1");
        }
        assertThat(server.nextRequest().header("Proxy-Authorization"))
                .isEqualTo(address.startsWith("https") ? "(absent)" : "Basic b3BlcmF0b3I6Z2VoZTppbQ==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://orders.test/s", "https://localhost/s"})
    void anHttpProxyThatAsksForALoginWeDoNotHaveIsNamed(String address) throws Exception {
        try (FakeProxy proxy = FakeProxy.http(server.port(), LOGIN)) {
            connector = connector("http://" + proxy.address(), Optional.empty());
            StreamRefused refused = refused(address);
            assertThat(refused)
                    .hasMessage(
                            "The proxy " + proxy.address() + " asks for a user and a password, and there are none.");
            assertThat(refused.nextStep()).isEqualTo("Set sse.proxy-user and sse.proxy-password.");
        }
        assertThat(server.wasNotAskedAgain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://orders.test/s", "https://localhost/s"})
    void anHttpProxyThatDoesNotAcceptTheLoginIsNamedWithoutIt(String address) throws Exception {
        try (FakeProxy proxy = FakeProxy.http(server.port(), LOGIN)) {
            connector = connector("http://" + proxy.address(), Optional.of(new Login("operator", "wrong")));
            assertThat(refused(address))
                    .hasMessage(
                            "The proxy " + proxy.address() + " does not accept the user and password it was given.");
        }
    }

    @Test
    void aProxyThatForbidsTheServerIsNamedAndNotAskedAgain() throws Exception {
        try (FakeProxy proxy = FakeProxy.saying("HTTP/1.1 403 Not Today\r\nContent-Length: 0\r\n\r\n")) {
            connector = connector("http://" + proxy.address(), Optional.empty());
            assertThat(refused("https://localhost/s"))
                    .hasMessage(
                            "The proxy " + proxy.address() + " answered 403 Not Today when asked for localhost:443.");
        }
    }

    @Test
    void aProxyThatDoesNotReachTheServerIsNamedAndAskedAgain() throws Exception {
        try (FakeProxy proxy = FakeProxy.saying("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\n\r\nhm.")) {
            connector = connector("http://" + proxy.address(), Optional.empty());
            assertThat(lost("https://localhost/s"))
                    .hasMessage(
                            "The proxy " + proxy.address() + " answered 502 Bad Gateway when asked for localhost:443.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks"})
    void aProxyThatRefusesTheConnectionIsNamedAsTheProxy(String kind) throws Exception {
        int nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        connector = connector(kind + "://127.0.0.1:" + nobody, Optional.empty());
        assertThat(lost("http://orders.test/s"))
                .hasMessage("Connection refused by the proxy 127.0.0.1:" + nobody + ": is the proxy running?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://orders.test/s", "https://localhost/s"})
    void aSocksProxyLooksTheNameUp(String address) throws Exception {
        secureFor(address);
        server.streams("/s").thenSend("data: 1\n\n").thenEnd();
        try (FakeProxy proxy = FakeProxy.socks(server.port())) {
            connector = connector("socks://" + proxy.address(), Optional.empty());
            assertThat(read(address)).isEqualTo("1");
            assertThat(proxy.asked()).containsExactly(address.startsWith("https") ? "localhost:443" : "orders.test:80");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.7:81/s", "http://[2001:db8::7]:81/s"})
    void aSocksProxyIsToldAddressesAsAddresses(String address) throws Exception {
        server.streams("/s").thenSend("data: 1\n\n").thenEnd();
        try (FakeProxy proxy = FakeProxy.socks(server.port())) {
            connector = connector("socks://" + proxy.address(), Optional.empty());
            assertThat(read(address)).isEqualTo("1");
            assertThat(proxy.asked())
                    .containsExactly(address.contains("192") ? "192.0.2.7:81" : "2001:db8:0:0:0:0:0:7:81");
        }
    }

    @Test
    void aSocksProxyThatAsksIsToldWhoWeAre() throws Exception {
        server.streams("/s").thenSend("data: 1\n\n").thenEnd();
        try (FakeProxy proxy = FakeProxy.socks(server.port(), LOGIN)) {
            connector = connector("socks://" + proxy.address(), Optional.of(LOGIN));
            assertThat(read("http://orders.test/s")).isEqualTo("1");
        }
    }

    @Test
    void aSocksProxyThatAsksForALoginIsNamed() throws Exception {
        try (FakeProxy proxy = FakeProxy.socks(server.port(), LOGIN)) {
            connector = connector("socks://" + proxy.address(), Optional.empty());
            assertThat(refused("http://orders.test/s")).hasMessageContaining("asks for a user and a password");
            connector = connector("socks://" + proxy.address(), Optional.of(new Login("operator", "wrong")));
            assertThat(refused("http://orders.test/s")).hasMessageContaining("does not accept the user and password");
        }
    }

    @Test
    void aServerThatRefusesTheSocksProxyIsToldApartFromTheProxy() throws Exception {
        try (FakeProxy proxy = FakeProxy.socks(server.port())) {
            connector = connector("socks://" + proxy.address(), Optional.empty());
            assertThat(lost("http://refused.test/s"))
                    .hasMessage("The proxy " + proxy.address()
                            + " does not connect to refused.test:80: the server refused the connection.");
        }
    }

    @Test
    void whatIsNoSocksProxyIsSaidToBeNone() throws Exception {
        try (ServerSocket chatty = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FakeServer.daemon("test-no-socks", () -> {
                try (var socket = chatty.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                    socket.getInputStream().read();
                } catch (IOException over) {
                    // the client has seen enough
                }
            });
            connector = connector("socks://127.0.0.1:" + chatty.getLocalPort(), Optional.empty());
            assertThat(refused("http://orders.test/s"))
                    .hasMessage("What answers at 127.0.0.1:" + chatty.getLocalPort() + " is no SOCKS 5 proxy.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks"})
    void closingFreesWhoeverWaitsForAProxy(String kind) throws Exception {
        try (FakeProxy proxy = FakeProxy.saying("")) {
            connector = connector(kind + "://" + proxy.address(), Optional.empty());
            SseConnection connection =
                    connector.stream(new StreamRequest(URI.create("https://localhost/s"), List.of()), "");
            CompletableFuture<Throwable> ended = inBackground(connection);
            await().until(() -> connector.connections() == 1);
            if (kind.equals("http")) {
                await().until(() -> !proxy.asked().isEmpty());
            }
            connection.close();
            assertThat(ended.get(1, TimeUnit.SECONDS)).isInstanceOf(StreamLost.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://orders.test/s", "https://localhost/s"})
    void closingCutsAStreamThroughAProxyThatAskedWhoWeAre(String address) throws Exception {
        secureFor(address);
        Script script = server.streams("/s").thenSend("data: 1\n\n");
        try (FakeProxy proxy = FakeProxy.http(server.port(), LOGIN)) {
            connector = connector("http://" + proxy.address(), Optional.of(LOGIN));
            SseConnection connection = open(address);
            assertThat(nextData(connection)).isEqualTo("1");
            connection.close();
            script.awaitClientClosed();
        }
    }

    @Test
    void noneMeansNoneWhateverTheSystemSays() throws Exception {
        server.streams("/s").thenSend("data: 1\n\n").thenEnd();
        connector = new HttpConnector(
                timeouts(),
                StreamLimits.DEFAULT,
                access("none", Optional.empty()),
                new NameLookup(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}),
                new SystemProxies(null, false, Map.of("http_proxy", "http://127.0.0.1:1")));
        assertThat(read("http://orders.test:" + server.port() + "/s")).isEqualTo("1");
    }

    @Test
    void theSystemsProxyIsUsedUnlessSaidOtherwise() throws Exception {
        server.streams("/s").thenSend("data: 1\n\n").thenEnd();
        try (FakeProxy proxy = FakeProxy.http(server.port(), LOGIN)) {
            connector = new HttpConnector(
                    timeouts(),
                    StreamLimits.DEFAULT,
                    Access.USUAL,
                    names,
                    new SystemProxies(
                            null, false, Map.of("http_proxy", "http://operator:gehe%3Aim@" + proxy.address())));
            assertThat(read("http://orders.test/s")).isEqualTo("1");
        }
    }

    @Test
    void aVariableThatIsNoProxyIsNamed() {
        connector = new HttpConnector(
                timeouts(),
                StreamLimits.DEFAULT,
                Access.USUAL,
                names,
                new SystemProxies(null, false, Map.of("HTTP_PROXY", "https://p:secret@x")));
        assertThat(refused("http://orders.test/s"))
                .hasMessage("The environment variable HTTP_PROXY is not the address of a proxy that can be used here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example:3128", "https://proxy.example", "http://", "ftp://x:1", "socks4://x:1"})
    void aProxyThatCannotBeReadSaysWhatIsExpected(String text) {
        assertThatThrownBy(() -> ProxyChoice.parse(text))
                .hasMessage("expected system, none, or an address such as http://proxy.example:3128"
                        + " or socks://127.0.0.1:1080");
    }

    @Test
    void aPasswordInTheProxyAddressIsNotTakenAsThatIsNotKeptSecret() {
        assertThatThrownBy(() -> ProxyChoice.parse("http://me:secret@proxy.example"))
                .hasMessageContaining("proxy-password")
                .hasMessageNotContaining("secret");
    }

    private void secure() throws IOException {
        server.close();
        server = FakeServer.startSecured(CERTIFICATES.server(TestCertificates.GOOD));
    }

    private void secureFor(String address) throws IOException {
        if (address.startsWith("https")) {
            secure();
        }
    }

    private HttpConnector connector(String proxy, Optional<Login> login) {
        return new HttpConnector(
                timeouts(),
                StreamLimits.DEFAULT,
                access(proxy, login),
                names,
                new SystemProxies(null, false, Map.of()));
    }

    private static Access access(String proxy, Optional<Login> login) {
        return new Access(
                ProxyChoice.parse(proxy),
                login,
                Optional.of(new KeyFile(CERTIFICATES.authority(), Optional.empty())),
                Optional.empty());
    }

    private static Timeouts timeouts() {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    private String read(String address) throws StreamFailure {
        try (SseConnection connection = open(address)) {
            return nextData(connection);
        }
    }

    private static String nextData(SseConnection connection) throws StreamFailure {
        EventStreamParser parser = new EventStreamParser(1_000, "");
        while (connection.readInto(parser)) {
            for (var item = parser.next(); item != EventStreamParser.Item.NEED_BYTES; item = parser.next()) {
                if (item == EventStreamParser.Item.MESSAGE) {
                    return parser.data();
                }
            }
        }
        throw new AssertionError("no message came");
    }

    private SseConnection open(String address) throws StreamFailure {
        SseConnection connection = connector.stream(
                new StreamRequest(URI.create(address), List.of(new Header("Authorization", "Bearer t"))), "");
        assertThat(connection.open()).isTrue();
        return connection;
    }

    private StreamRefused refused(String address) {
        return catchThrowableOfType(StreamRefused.class, () -> open(address));
    }

    private StreamLost lost(String address) {
        return catchThrowableOfType(StreamLost.class, () -> open(address));
    }

    private static CompletableFuture<Throwable> inBackground(SseConnection connection) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        FakeServer.daemon("test-background", () -> {
            try {
                connection.open();
                thrown.complete(new AssertionError("nothing was thrown"));
            } catch (Throwable expected) {
                thrown.complete(expected);
            }
        });
        return thrown;
    }
}
