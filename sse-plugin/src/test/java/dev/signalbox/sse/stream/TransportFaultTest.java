package dev.signalbox.sse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

class TransportFaultTest {
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(5));

    @Test
    void aRefusedCertificateIsFatalAndSaysWhy() {
        SSLHandshakeException fault = new SSLHandshakeException("PKIX path validation failed");
        fault.initCause(new CertificateExpiredException("NotAfter: Thu Jan 01 2026"));
        assertThat(connecting(fault))
                .isInstanceOf(StreamRefused.class)
                .hasMessage("The certificate of example.com:443 is not accepted: NotAfter: Thu Jan 01 2026.");
    }

    @Test
    void aCertificateForAnotherHostIsFatal() {
        assertThat(connecting(new SSLPeerUnverifiedException("Certificate for <example.com> doesn't match")))
                .isInstanceOf(StreamRefused.class);
    }

    @Test
    void aHandshakeThatBreaksOffIsTriedAgain() {
        assertThat(connecting(new SSLHandshakeException("Remote host terminated the handshake")))
                .isInstanceOf(StreamLost.class)
                .hasMessage("No secure connection to example.com:443: Remote host terminated the handshake.");
    }

    @Test
    void aMissingRouteAsksAfterTheNetwork() {
        assertThat(connecting(new NoRouteToHostException("No route to host")))
                .hasMessage("There is no route to example.com:443: is the network up?");
    }

    @Test
    void aFaultWithoutWordsIsNamed() {
        assertThat(TransportFault.reading(new IOException(), Duration.ZERO))
                .hasMessage("The stream broke off: IOException.");
    }

    private static StreamFailure connecting(IOException fault) {
        return TransportFault.connecting(fault, URI.create("https://example.com/s"), TIMEOUTS, TIMEOUTS.idle());
    }
}
