package dev.signalbox.sse.stream;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Secures connections: TLS 1.2 and 1.3, HTTP/1.1 only, host names verified (RFC 2818, 3.1). Files of the operator's are
 * read for every connection, so that a renewed certificate is used without a restart.
 */
final class SecureSockets {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");
    private static final String[] NEXT_PROTOCOL = {"http/1.1"};

    private final Access access;
    private final Set<Socket> askedInVain = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile @Nullable SSLContext withoutFiles;

    SecureSockets(Access access) {
        this.access = access;
    }

    /**
     * Waits for the handshake.
     *
     * @throws StreamRefused if a file of the operator's cannot be used
     */
    SSLSocket over(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(NEXT_PROTOCOL);
        parameters.setProtocols(Stream.of(socket.getSupportedProtocols())
                .filter(PROTOCOLS::contains)
                .toArray(String[]::new));
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (SSLException | SocketException fault) {
            // the server's reset often overtakes the alert that says what it missed
            throw hadNoCertificateFor(socket) ? TlsFault.wantsCertificate(fault, host + ":" + port) : fault;
        }
        return socket;
    }

    /** Whether the server asked for a certificate of ours and there was none that suits. */
    boolean hadNoCertificateFor(SSLSocket socket) {
        return askedInVain.contains(socket);
    }

    private SSLContext context() throws StreamRefused {
        SSLContext kept = withoutFiles;
        if (kept != null) {
            return kept;
        }
        Optional<KeyFile> trust = access.trustStore();
        Optional<KeyFile> key = access.clientCertificate();
        ClientKeys keys = new ClientKeys(key.isPresent() ? ClientKeys.read(key.get()) : null, askedInVain::add);
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(new KeyManager[] {keys}, new TrustManager[] {ServerCertificates.trustedBy(trust)}, null);
            if (trust.isEmpty() && key.isEmpty()) {
                withoutFiles = made;
            }
            return made;
        } catch (GeneralSecurityException | IOException noTls) {
            if (noTls instanceof StreamRefused refused) {
                throw refused;
            }
            throw new StreamRefused(
                    "This Java runtime cannot make secure connections: " + noTls.getMessage() + ".",
                    "Check the Java runtime and its certificates.",
                    noTls);
        }
    }
}
