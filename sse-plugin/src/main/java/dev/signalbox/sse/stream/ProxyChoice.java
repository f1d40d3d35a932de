package dev.signalbox.sse.stream;

import java.util.Locale;
import java.util.Optional;

/**
 * Which proxy is used.
 *
 * @param mode how it is chosen
 * @param given the proxy of {@link Mode#GIVEN}, which every connection goes through, even one to this machine
 */
public record ProxyChoice(Mode mode, Optional<ProxyAddress> given) {
    /** As the system says. */
    public static final ProxyChoice SYSTEM = new ProxyChoice(Mode.SYSTEM, Optional.empty());

    /** No proxy, whatever the system says. */
    public static final ProxyChoice NONE = new ProxyChoice(Mode.NONE, Optional.empty());

    /** How a proxy is chosen. */
    public enum Mode {
        /** As the Java runtime says, else as the environment says; connections to this machine go straight. */
        SYSTEM,
        /** None is used. */
        NONE,
        /** The one given. */
        GIVEN
    }

    /**
     * Reads what an operator wrote.
     *
     * @param text {@code system}, {@code none}, {@code http://host:port} or {@code socks://host:port}
     * @return the choice
     * @throws IllegalArgumentException if it is none of these; the message says what is expected
     */
    public static ProxyChoice parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "system" -> SYSTEM;
            case "none" -> NONE;
            default -> given(text);
        };
    }

    private static ProxyChoice given(String text) {
        if (!text.contains("://")) {
            throw ProxyAddress.expected();
        }
        ProxyAddress address = ProxyAddress.parse(text);
        if (address.login().isPresent()) {
            throw new IllegalArgumentException(
                    "the user and the password of the proxy belong into the settings proxy-user and proxy-password");
        }
        return new ProxyChoice(Mode.GIVEN, Optional.of(address));
    }
}
