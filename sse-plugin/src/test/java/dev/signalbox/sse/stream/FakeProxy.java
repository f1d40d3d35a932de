package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on the loopback interface. Whatever name it is asked for, it connects to the one server it was made for, so that
 * tests can ask for hosts that do not exist.
 */
final class FakeProxy implements AutoCloseable {
    private static final String ASKS_FOR_A_LOGIN = String.join(
            "\r\n",
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=\"p\"",
            "Content-Length: 0",
            "",
            "");

    private final ServerSocket listening;
    private final int server;
    private final boolean socks;
    private final @Nullable Login login;
    private final @Nullable String answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FakeProxy(
            ServerSocket listening, int server, boolean socks, @Nullable Login login, @Nullable String answer) {
        this.listening = listening;
        this.server = server;
        this.socks = socks;
        this.login = login;
        this.answer = answer;
    }

    static FakeProxy http(int server) throws IOException {
        return start(server, false, null, null);
    }

    static FakeProxy http(int server, Login login) throws IOException {
        return start(server, false, login, null);
    }

    static FakeProxy socks(int server) throws IOException {
        return start(server, true, null, null);
    }

    static FakeProxy socks(int server, Login login) throws IOException {
        return start(server, true, login, null);
    }

    /** Says the same to everybody; silent when that is nothing. */
    static FakeProxy saying(String answer) throws IOException {
        return start(0, false, null, answer);
    }

    private static FakeProxy start(int server, boolean socks, @Nullable Login login, @Nullable String answer)
            throws IOException {
        FakeProxy proxy =
                new FakeProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, socks, login, answer);
        FakeServer.daemon("fake-proxy-accept", proxy::accept);
        return proxy;
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** The first line of each question, or {@code name:port} for SOCKS. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                FakeServer.daemon("fake-proxy-connection", () -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (answer != null) {
                asked.add(head(client.getInputStream()).lines().findFirst().orElse(""));
                client.getOutputStream().write(answer.getBytes(UTF_8));
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else if (socks) {
                socks(client);
            } else {
                http(client);
            }
        } catch (IOException left) {
            // one of them is gone
        }
    }

    private void http(Socket client) throws IOException {
        String head = head(client.getInputStream());
        asked.add(head.lines().findFirst().orElse(""));
        if (login != null && !head.contains("Proxy-Authorization: " + basic(login) + "\r\n")) {
            client.getOutputStream().write(ASKS_FOR_A_LOGIN.getBytes(UTF_8));
            return;
        }
        try (Socket to = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(to);
            if (head.startsWith("CONNECT ")) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            } else {
                // the server wants a path where a proxy is told the whole address
                to.getOutputStream()
                        .write(head.replaceFirst(" http://[^/]+", " ").getBytes(UTF_8));
            }
            relay(client, to);
        }
    }

    private void socks(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readUnsignedByte();
        byte[] ways = in.readNBytes(in.readUnsignedByte());
        boolean known = new String(ways, ISO_8859_1).indexOf(2) >= 0;
        if (login != null && !known) {
            out.write(new byte[] {5, (byte) 0xff});
            return;
        }
        out.write(new byte[] {5, (byte) (login == null ? 0 : 2)});
        if (login != null) {
            in.readUnsignedByte();
            String user = text(in);
            String password = text(in);
            boolean right = user.equals(login.user()) && password.equals(login.password());
            out.write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (!right) {
                return;
            }
        }
        in.readNBytes(3);
        int kind = in.readUnsignedByte();
        String host = kind == 3
                ? text(in)
                : InetAddress.getByAddress(in.readNBytes(kind == 1 ? 4 : 16)).getHostAddress();
        int port = in.readUnsignedShort();
        asked.add(host + ":" + port);
        if (host.startsWith("refused")) {
            out.write(new byte[] {5, 5, 0, 1, 0, 0, 0, 0, 0, 0});
            return;
        }
        try (Socket to = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(to);
            out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            relay(client, to);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), UTF_8);
    }

    private static void relay(Socket client, Socket server) throws IOException {
        FakeServer.daemon("fake-proxy-relay", () -> {
            try (client;
                    server) {
                client.getInputStream().transferTo(server.getOutputStream());
            } catch (IOException left) {
                // the other direction ends, too
            }
        });
        server.getInputStream().transferTo(client.getOutputStream());
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed before a question");
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private static String basic(Login login) {
        return "Basic " + Base64.getEncoder().encodeToString((login.user() + ":" + login.password()).getBytes(UTF_8));
    }
}
