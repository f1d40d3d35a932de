package dev.signalbox.sse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemProxiesTest {
    private static final String PROXY = "http://proxy.test:3128";

    @ParameterizedTest
    @CsvSource({
        "https_proxy, https://orders.test/s, true",
        "HTTPS_PROXY, https://orders.test/s, true",
        "HTTPS_PROXY, http://orders.test/s, false",
        "http_proxy, http://orders.test/s, true",
        "HTTP_PROXY, https://orders.test/s, false",
        "all_proxy, http://orders.test/s, true",
        "ALL_PROXY, https://orders.test/s, true"
    })
    void theEnvironmentSaysForWhichSchemeAProxyIs(String variable, String address, boolean used) throws Exception {
        assertThat(proxy(Map.of(variable, PROXY), address)).isEqualTo(used ? "HTTP proxy.test:3128" : "none");
    }

    @Test
    void aProxyForTheSchemeComesBeforeOneForAll() throws Exception {
        Map<String, String> both = Map.of("ALL_PROXY", "socks5://s.test", "HTTP_PROXY", "proxy.test");
        assertThat(proxy(both, "http://orders.test/s")).isEqualTo("HTTP proxy.test:80");
        assertThat(proxy(both, "https://orders.test/s")).isEqualTo("SOCKS s.test:1080");
    }

    @ParameterizedTest
    @CsvSource({
        "orders.test, true",
        "test, true",
        ".test, true",
        "*.test, true",
        "'other.example, ORDERS.test', true",
        "orders.test:443, true",
        "orders.test:8443, false",
        "ders.test, false",
        "*, true",
        "'', false",
        "',', false"
    })
    void noProxyNamesHostsAndDomainsToReachStraight(String exempt, boolean straight) throws Exception {
        for (String variable : List.of("no_proxy", "NO_PROXY")) {
            assertThat(proxy(Map.of("https_proxy", PROXY, variable, exempt), "https://orders.test/s"))
                    .isEqualTo(straight ? "none" : "HTTP proxy.test:3128");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/s",
                "http://LOCALHOST/s",
                "http://a.localhost/s",
                "http://127.0.0.1:1/s",
                "http://127.9.9.9/s",
                "http://[::1]:1/s"
            })
    void thisMachineIsReachedStraight(String address) throws Exception {
        assertThat(proxy(Map.of("http_proxy", PROXY), address)).isEqualTo("none");
        assertThat(new SystemProxies(selecting(Proxy.Type.HTTP), false, Map.of()).to(URI.create(address)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1.example/s", "http://mylocalhost/s"})
    void whatOnlyLooksLikeThisMachineIsNot(String address) throws Exception {
        assertThat(proxy(Map.of("http_proxy", PROXY), address)).isEqualTo("HTTP proxy.test:3128");
    }

    @Test
    void theRuntimesProxyComesBeforeTheEnvironments() throws Exception {
        for (Proxy.Type type : List.of(Proxy.Type.HTTP, Proxy.Type.SOCKS)) {
            SystemProxies both = new SystemProxies(selecting(type), false, Map.of("http_proxy", PROXY));
            assertThat(both.to(URI.create("http://orders.test/s")).orElseThrow())
                    .hasToString("runtime.test:8")
                    .extracting(ProxyAddress::kind)
                    .hasToString(type.name());
        }
    }

    @Test
    void aRuntimeThatKnowsNoProxyLeavesItToTheEnvironment() throws Exception {
        SystemProxies both = new SystemProxies(selecting(Proxy.Type.DIRECT), false, Map.of("http_proxy", PROXY));
        assertThat(both.to(URI.create("http://orders.test/s")).orElseThrow()).hasToString("proxy.test:3128");
    }

    @Test
    void aRuntimeThatWasToldOfProxiesAndChoosesNoneHasTheLastWord() throws Exception {
        SystemProxies both = new SystemProxies(selecting(Proxy.Type.DIRECT), true, Map.of("http_proxy", PROXY));
        assertThat(both.to(URI.create("http://orders.test/s"))).isEmpty();
    }

    private static String proxy(Map<String, String> environment, String address) throws StreamRefused {
        return new SystemProxies(null, false, environment)
                .to(URI.create(address))
                .map(proxy -> proxy.kind() + " " + proxy)
                .orElse("none");
    }

    private static ProxySelector selecting(Proxy.Type type) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return type == Proxy.Type.DIRECT
                        ? List.of(Proxy.NO_PROXY)
                        : List.of(new Proxy(type, InetSocketAddress.createUnresolved("runtime.test", 8)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException fault) {
                throw new AssertionError("nobody tells");
            }
        };
    }
}
