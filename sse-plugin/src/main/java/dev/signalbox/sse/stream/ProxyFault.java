package dev.signalbox.sse.stream;

/** Says in words what a proxy did not do. */
final class ProxyFault {
    private ProxyFault() {}

    static StreamRefused wantsLogin(ProxyAddress proxy, boolean hadOne) {
        return new StreamRefused(
                hadOne
                        ? "The proxy " + proxy + " does not accept the user and password it was given."
                        : "The proxy " + proxy + " asks for a user and a password, and there are none.",
                "Set sse.proxy-user and sse.proxy-password.",
                null);
    }

    /** A proxy's own no to a secure connection. What it says of the server may be over soon; what it says of us is not. */
    static StreamFailure answers(ProxyAddress proxy, String server, int status, String statusText) {
        String says = "The proxy " + proxy + " answered " + statusText + " when asked for " + server + ".";
        return status >= 500
                ? new StreamLost(says, null)
                : new StreamRefused(says, "Ask whoever runs the proxy, or set sse.proxy.", null);
    }

    static StreamLost doesNotConnect(ProxyAddress proxy, String server, String why) {
        return new StreamLost("The proxy " + proxy + " does not connect to " + server + ": " + why + ".", null);
    }

    static StreamRefused isNoSocksProxy(ProxyAddress proxy) {
        return new StreamRefused(
                "What answers at " + proxy + " is no SOCKS 5 proxy.",
                "Check sse.proxy: an HTTP proxy is written http://host:port.",
                null);
    }
}
