package dev.signalbox.sse.stream;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of this system: those of the Java runtime ({@code -Dhttps.proxyHost} and its like, or the desktop's where it
 * was started with {@code -Djava.net.useSystemProxies=true}), else those of the environment ({@code HTTPS_PROXY},
 * {@code HTTP_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY}, in either case). This machine itself is never reached through
 * them.
 */
final class SystemProxies {
    private static final List<String> RUNTIME_PROPERTIES =
            List.of("http.proxyHost", "https.proxyHost", "socksProxyHost");

    private final @Nullable ProxySelector runtime;
    private final boolean runtimeWasTold;
    private final Map<String, String> environment;

    /**
     * Takes what the process knows.
     *
     * @param runtime chooses for the Java runtime
     * @param runtimeWasTold whether the runtime was told of proxies, so that its choice of none is a choice
     * @param environment the variables
     */
    SystemProxies(@Nullable ProxySelector runtime, boolean runtimeWasTold, Map<String, String> environment) {
        this.runtime = runtime;
        this.runtimeWasTold = runtimeWasTold;
        this.environment = environment;
    }

    static SystemProxies ofThisProcess() {
        boolean told = Boolean.getBoolean("java.net.useSystemProxies")
                || RUNTIME_PROPERTIES.stream()
                        .anyMatch(property -> !System.getProperty(property, "").isEmpty());
        return new SystemProxies(ProxySelector.getDefault(), told, System.getenv());
    }

    /**
     * The proxy for an address.
     *
     * @throws StreamRefused if the environment's word is no address of a proxy
     */
    Optional<ProxyAddress> to(URI uri) throws StreamRefused {
        String host = withoutBrackets(uri.getHost());
        if (isThisMachine(host)) {
            return Optional.empty();
        }
        Optional<ProxyAddress> chosen = byTheRuntime(uri);
        return chosen.isPresent() || runtimeWasTold ? chosen : byTheEnvironment(uri, host);
    }

    private Optional<ProxyAddress> byTheRuntime(URI uri) {
        if (runtime == null) {
            return Optional.empty();
        }
        for (Proxy proxy : runtime.select(uri)) {
            if (proxy.type() == Proxy.Type.DIRECT) {
                return Optional.empty();
            }
            if (proxy.address() instanceof InetSocketAddress address) {
                ProxyAddress.Kind kind =
                        proxy.type() == Proxy.Type.SOCKS ? ProxyAddress.Kind.SOCKS : ProxyAddress.Kind.HTTP;
                return Optional.of(
                        new ProxyAddress(kind, address.getHostString(), address.getPort(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private Optional<ProxyAddress> byTheEnvironment(URI uri, String host) throws StreamRefused {
        String own = uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
        for (String name : List.of(own, own.toUpperCase(Locale.ROOT), "all_proxy", "ALL_PROXY")) {
            String text = environment.getOrDefault(name, "");
            if (!text.isBlank()) {
                return isExempt(host, uri) ? Optional.empty() : Optional.of(parse(name, text));
            }
        }
        return Optional.empty();
    }

    private static ProxyAddress parse(String name, String text) throws StreamRefused {
        try {
            return ProxyAddress.parse(text);
        } catch (IllegalArgumentException notAProxy) {
            throw new StreamRefused(
                    "The environment variable " + name + " is not the address of a proxy that can be used here.",
                    "Give it an address such as http://proxy.example:3128, or set sse.proxy.",
                    notAProxy);
        }
    }

    /** A name, a domain (with or without the dot in front), an address, each with or without a port; or * for all. */
    private boolean isExempt(String host, URI uri) {
        String exempt = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        String name = host.toLowerCase(Locale.ROOT);
        return Stream.of(exempt.split("[,\\s]+", -1))
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> covers(entry, name)
                        || (entry.endsWith(":" + port(uri))
                                && covers(entry.substring(0, entry.lastIndexOf(':')), name)));
    }

    private static boolean covers(String entry, String host) {
        String domain = entry.startsWith("*.") ? entry.substring(1) : entry;
        String bare = withoutBrackets(domain.startsWith(".") ? domain.substring(1) : domain);
        return entry.equals("*") || host.equals(bare) || (!bare.isEmpty() && host.endsWith("." + bare));
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static boolean isThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1");
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
