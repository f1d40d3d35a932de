package dev.signalbox.sse.stream;

import java.util.Optional;

/**
 * By which way and with whose trust servers are reached.
 *
 * @param proxy the way
 * @param proxyLogin for a proxy that asks who we are; empty where the proxy's address says it, or none is needed
 * @param trustStore certificates trusted in addition to those the Java runtime trusts
 * @param clientCertificate for servers that ask for one: a key and its certificate, as PKCS #12
 */
public record Access(
        ProxyChoice proxy,
        Optional<Login> proxyLogin,
        Optional<KeyFile> trustStore,
        Optional<KeyFile> clientCertificate) {

    /** The system's proxies, the Java runtime's trust, no certificate of our own. */
    public static final Access USUAL =
            new Access(ProxyChoice.SYSTEM, Optional.empty(), Optional.empty(), Optional.empty());

    /** What to say to a proxy that asks who we are. */
    Optional<Login> loginAt(ProxyAddress proxy) {
        return proxyLogin.isPresent() ? proxyLogin : proxy.login();
    }
}
