package dev.signalbox.sse.stream;

import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Since TLS 1.3 a server that misses our certificate says so only after the handshake, and the reset that follows often
 * overtakes what it says. This puts the hint into the reason.
 */
final class CertificateHint implements ExecChainHandler {
    private static final String ASKED_IN_VAIN = "signalbox.asked-in-vain";

    static void note(HttpContext context, boolean askedInVain) {
        context.setAttribute(ASKED_IN_VAIN, askedInVain);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try {
            return chain.proceed(request, scope);
        } catch (SocketException | ConnectionClosedException | NoHttpResponseException cut) {
            if (!Boolean.TRUE.equals(scope.clientContext.getAttribute(ASKED_IN_VAIN))) {
                throw cut;
            }
            throw new StreamLost(
                    scope.route.getTargetHost().toHostString()
                            + " closed the connection after it had asked for a client certificate and got none;"
                            + " the setting sse.client-certificate names one.",
                    cut);
        }
    }
}
