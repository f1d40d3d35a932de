package dev.signalbox.sse.stream;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Says in words why a connection could not be secured. What both sides decided on purpose, they will decide again; a
 * handshake that merely breaks off may go better next time.
 */
final class TlsFault {
    private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");
    /** Newer Java runtimes repeat the alert's name in front of their messages. */
    private static final Pattern NAME_OF_ALERT = Pattern.compile("^\\(\\w+\\) ");

    private static final Set<String> ABOUT_OUR_CERTIFICATE = Set.of(
            "access_denied",
            "bad_certificate",
            "certificate_expired",
            "certificate_required",
            "certificate_revoked",
            "certificate_unknown",
            "unknown_ca",
            "unsupported_certificate");
    private static final Set<String> NOTHING_IN_COMMON =
            Set.of("handshake_failure", "insufficient_security", "no_application_protocol", "protocol_version");

    private TlsFault() {}

    /** What will be the same next time, or empty. */
    static Optional<StreamRefused> refusal(IOException fault, String server) {
        Throwable certificate = certificateProblem(fault);
        if (certificate != null) {
            return Optional.of(new StreamRefused(
                    "The certificate of " + server + " is not accepted: " + text(certificate) + ".",
                    certificate instanceof CertificateFault named
                            ? named.nextStep()
                            : "Check the address, or install a certificate that this machine trusts.",
                    fault));
        }
        if (!(fault instanceof SSLException)) {
            return Optional.empty();
        }
        String alert = alert(fault);
        if (ABOUT_OUR_CERTIFICATE.contains(alert)) {
            return Optional.of(new StreamRefused(
                    server + " does not accept our client certificate, or wants one and got none (TLS alert " + alert
                            + ").",
                    "Name a certificate that the server accepts in the setting sse.client-certificate.",
                    fault));
        }
        return NOTHING_IN_COMMON.contains(alert) || text(fault).contains("protocol version")
                ? Optional.of(new StreamRefused(
                        server + " speaks no TLS that can be used here; TLS 1.2 or 1.3 is needed (" + text(fault)
                                + ").",
                        "Ask whoever runs the server.",
                        fault))
                : Optional.empty();
    }

    static StreamRefused wantsCertificate(IOException fault, String server) {
        return new StreamRefused(
                server + " asks for a client certificate, and there is none that suits.",
                "Name one that the server accepts in the setting sse.client-certificate.",
                fault);
    }

    /** The reason for a handshake that may go better next time. */
    static String brokenOff(IOException fault, String server) {
        if (text(fault).contains("Unsupported or unrecognized SSL message")) {
            return "No secure connection to " + server
                    + ": what it answers is not TLS. Is the address an http one, or a proxy in between?";
        }
        if (fault instanceof EOFException
                || fault.getCause() instanceof EOFException
                || fault instanceof SocketException) {
            return "No secure connection to " + server + ": it broke the handshake off.";
        }
        return "No secure connection to " + server + ": " + text(fault) + ".";
    }

    private static String alert(IOException fault) {
        Matcher matcher = ALERT.matcher(text(fault));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** A refused certificate comes wrapped; a handshake that merely breaks off has no such cause. */
    private static @Nullable Throwable certificateProblem(Throwable fault) {
        Throwable found = null;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateFault) {
                return cause;
            }
            if (cause instanceof CertificateException
                    || cause instanceof CertPathBuilderException
                    || cause instanceof CertPathValidatorException
                    || cause instanceof SSLPeerUnverifiedException) {
                found = cause;
            }
        }
        return found;
    }

    private static String text(Throwable fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : NAME_OF_ALERT.matcher(message.strip()).replaceFirst("");
    }
}
