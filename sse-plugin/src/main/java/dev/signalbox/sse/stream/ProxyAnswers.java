package dev.signalbox.sse.stream;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.message.StatusLine;

/** Tells a proxy that asks who we are, and keeps apart what a proxy answers from what the server does. */
final class ProxyAnswers implements ExecChainHandler {
    private final Access access;

    ProxyAnswers(Access access) {
        this.access = access;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ProxyAddress proxy = Way.of(scope.clientContext).proxy();
        if (proxy == null || proxy.kind() != ProxyAddress.Kind.HTTP) {
            return chain.proceed(request, scope);
        }
        Optional<Login> login = access.loginAt(proxy);
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        login.ifPresent(known -> credentials.setCredentials(
                new AuthScope(null, proxy.host(), proxy.port(), null, null),
                new UsernamePasswordCredentials(known.user(), known.password().toCharArray())));
        scope.clientContext.setCredentialsProvider(credentials);
        ClassicHttpResponse response = chain.proceed(request, scope);
        int status = response.getCode();
        // a tunnel that was dug ends in a handshake with the server; without one it is the proxy that answered
        boolean noTunnel = scope.route.isTunnelled() && scope.clientContext.getSSLSession() == null;
        if (status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED || noTunnel) {
            scope.execRuntime.discardEndpoint();
            throw status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                    ? ProxyFault.wantsLogin(proxy, login.isPresent())
                    : ProxyFault.answers(
                            proxy,
                            scope.route.getTargetHost().toHostString(),
                            status,
                            statusText(new StatusLine(response)));
        }
        return response;
    }

    private static String statusText(StatusLine line) {
        String reason = line.getReasonPhrase();
        return reason == null || reason.isBlank()
                ? String.valueOf(line.getStatusCode())
                : line.getStatusCode() + " " + reason.strip();
    }
}
