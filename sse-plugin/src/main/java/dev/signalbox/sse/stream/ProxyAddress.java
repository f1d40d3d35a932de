package dev.signalbox.sse.stream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a proxy listens and what it speaks.
 *
 * @param kind what it speaks
 * @param host its name or address
 * @param port its port
 * @param login who we are, where the address says it
 */
public record ProxyAddress(Kind kind, String host, int port, Optional<Login> login) {
    private static final int HTTP_PORT = 80;
    private static final int SOCKS_PORT = 1080;

    /** What a proxy speaks. */
    public enum Kind {
        /** HTTP; asked to CONNECT for secure connections. */
        HTTP,
        /** SOCKS version 5 (RFC 1928). Names are looked up by the proxy. */
        SOCKS
    }

    /**
     * Reads an address such as {@code http://proxy.example:3128}, {@code socks://127.0.0.1:1080} or
     * {@code proxy.example:3128}.
     *
     * @param text the address
     * @return what it says
     * @throws IllegalArgumentException if it is none; the text, which may hold a password, is not told
     */
    static ProxyAddress parse(String text) {
        String stripped = text.strip();
        try {
            URI uri = new URI(stripped.contains("://") ? stripped : "http://" + stripped);
            Kind kind = switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                case "http" -> Kind.HTTP;
                case "socks", "socks5", "socks5h" -> Kind.SOCKS;
                default -> throw expected();
            };
            if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                throw expected();
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : kind == Kind.HTTP ? HTTP_PORT : SOCKS_PORT;
            return new ProxyAddress(kind, withoutBrackets(uri.getHost()), port, login(uri.getUserInfo()));
        } catch (URISyntaxException notAnAddress) {
            throw expected();
        }
    }

    static IllegalArgumentException expected() {
        return new IllegalArgumentException(
                "expected system, none, or an address such as http://proxy.example:3128 or socks://127.0.0.1:1080");
    }

    /** Host and port as a person reads them. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static Optional<Login> login(String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        return Optional.of(
                colon < 0
                        ? new Login(userInfo, "")
                        : new Login(userInfo.substring(0, colon), userInfo.substring(colon + 1)));
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
