package dev.signalbox.sse.stream;

import java.security.cert.CertificateException;

/** A server's certificate is not accepted. The message says why and which, as the rest of a sentence. */
final class CertificateFault extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final String nextStep;

    CertificateFault(String message, String nextStep, Throwable cause) {
        super(message, cause);
        this.nextStep = nextStep;
    }

    String nextStep() {
        return nextStep;
    }
}
