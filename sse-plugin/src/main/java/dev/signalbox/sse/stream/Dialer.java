package dev.signalbox.sse.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Reaches a server or its proxy: looks the name up, tries its addresses one after the other, asks a SOCKS proxy for the
 * rest of the way, and secures the connection, all within the time for connecting. It takes the place of the HTTP client's
 * own way, whose look-up of a name cannot be cancelled, whose faults do not tell a proxy from a server, and which falls for
 * a SOCKS proxy of the whole process even where none is wanted.
 */
final class Dialer implements HttpClientConnectionOperator {
    private final Access access;
    private final Timeouts timeouts;
    private final NameLookup names;
    private final SecureSockets secure;

    Dialer(Access access, Timeouts timeouts, NameLookup names, SecureSockets secure) {
        this.access = access;
        this.timeouts = timeouts;
        this.names = names;
        this.secure = secure;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost to,
            @Nullable NamedEndpoint name,
            @Nullable Path unixDomainSocket,
            @Nullable InetSocketAddress localAddress,
            @Nullable Timeout connectTimeout,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        Way way = Way.of(context);
        Deadline deadline = Deadline.in(timeouts.connect());
        Attempt attempt = new Attempt();
        connection.bind(attempt);
        if (way.isGivenUp()) {
            attempt.close();
        }
        try {
            Socket socket = reach(way.proxy(), to, attempt, deadline);
            if ("https".equalsIgnoreCase(to.getSchemeName())) {
                connection.bind(secure(socket, to, deadline, context), socket);
            } else {
                connection.bind(socket);
            }
            // given up between the last wait and the binding, it would be closed by nobody
            attempt.check();
        } catch (IOException | RuntimeException failed) {
            attempt.close();
            throw failed;
        }
    }

    @Override
    public void upgrade(
            ManagedHttpClientConnection connection,
            HttpHost to,
            @Nullable NamedEndpoint name,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        Socket tunnel = connection.getSocket();
        if (tunnel == null) {
            throw new InterruptedIOException("closed from here");
        }
        connection.bind(secure(tunnel, to, Deadline.in(timeouts.connect()), context), tunnel);
    }

    private Socket reach(@Nullable ProxyAddress proxy, HttpHost to, Attempt attempt, Deadline deadline)
            throws IOException {
        if (proxy == null) {
            return dial(to.getHostName(), to.getPort(), to.toHostString(), attempt, deadline);
        }
        String whom = "the proxy " + proxy;
        Socket socket = dial(proxy.host(), proxy.port(), whom, attempt, deadline);
        if (proxy.kind() == ProxyAddress.Kind.SOCKS) {
            try {
                socket.setSoTimeout(deadline.millisLeft(1));
                new SocksHandshake(socket, proxy, access.loginAt(proxy)).connect(to.getHostName(), to.getPort());
                socket.setSoTimeout(0);
            } catch (IOException fault) {
                throw TransportFault.dialling(fault, whom, timeouts);
            }
        }
        return socket;
    }

    private Socket dial(String host, int port, String whom, Attempt attempt, Deadline deadline) throws IOException {
        try {
            List<InetAddress> addresses = names.addresses(host, attempt, deadline);
            for (int i = 0; ; i++) {
                Socket socket = attempt.waitFor(new Socket(Proxy.NO_PROXY));
                try {
                    socket.setTcpNoDelay(true);
                    // a share for each address, or a dead one would use up the time of those after it
                    int millis = deadline.millisLeft(addresses.size() - i);
                    socket.connect(new InetSocketAddress(addresses.get(i), port), millis);
                    return socket;
                } catch (IOException unreachable) {
                    socket.close();
                    if (i == addresses.size() - 1) {
                        throw unreachable;
                    }
                }
            }
        } catch (IOException fault) {
            throw TransportFault.dialling(fault, whom, timeouts);
        }
    }

    private SSLSocket secure(Socket plain, HttpHost to, Deadline deadline, HttpContext context) throws IOException {
        int before = plain.getSoTimeout();
        try {
            plain.setSoTimeout(deadline.millisLeft(1));
            SSLSocket secured = secure.over(plain, to.getHostName(), to.getPort());
            plain.setSoTimeout(before);
            CertificateHint.note(context, secure.hadNoCertificateFor(secured));
            return secured;
        } catch (IOException fault) {
            throw TransportFault.securing(fault, to.toHostString(), timeouts);
        }
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost to,
            @Nullable InetSocketAddress localAddress,
            @Nullable TimeValue connectTimeout,
            SocketConfig socketConfig,
            HttpContext context)
            throws IOException {
        connect(connection, to, null, null, localAddress, null, socketConfig, null, context);
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost to, HttpContext context) throws IOException {
        upgrade(connection, to, null, null, context);
    }
}
