package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * Asks a SOCKS 5 proxy for a connection (RFC 1928, RFC 1929). The Java runtime could do it too, but takes the password from
 * an authenticator for the whole process, looks names up here instead of at the proxy, and tells little when it fails.
 */
final class SocksHandshake {
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int BY_PASSWORD = 2;
    private static final int LOGIN_VERSION = 1;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int LONGEST_TEXT = 255;

    private final Socket socket;
    private final ProxyAddress proxy;
    private final Optional<Login> login;

    SocksHandshake(Socket socket, ProxyAddress proxy, Optional<Login> login) {
        this.socket = socket;
        this.proxy = proxy;
        this.login = login;
    }

    /** Waits for the proxy; after that the socket speaks to the server. */
    void connect(String host, int port) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.write(VERSION);
        hello.write(login.isPresent() ? 2 : 1);
        hello.write(NO_LOGIN);
        if (login.isPresent()) {
            hello.write(BY_PASSWORD);
        }
        send(hello);
        expectVersion(in, VERSION);
        switch (in.readUnsignedByte()) {
            case NO_LOGIN -> {
                // it does not ask who we are
            }
            case BY_PASSWORD -> logIn(in);
            default -> throw ProxyFault.wantsLogin(proxy, login.isPresent());
        }
        send(question(host, port));
        expectVersion(in, VERSION);
        int reply = in.readUnsignedByte();
        if (reply != 0) {
            throw ProxyFault.doesNotConnect(proxy, host + ":" + port, words(reply));
        }
        skipBoundAddress(in);
    }

    private void logIn(DataInputStream in) throws IOException {
        Login known = login.orElseThrow(() -> ProxyFault.wantsLogin(proxy, false));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(LOGIN_VERSION);
        text(answer, known.user());
        text(answer, known.password());
        send(answer);
        expectVersion(in, LOGIN_VERSION);
        if (in.readUnsignedByte() != 0) {
            throw ProxyFault.wantsLogin(proxy, true);
        }
    }

    private ByteArrayOutputStream question(String host, int port) throws IOException {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        question.write(VERSION);
        question.write(CONNECT);
        question.write(0);
        boolean v6 = host.contains(":");
        if (v6 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            question.write(v6 ? IPV6 : IPV4);
            question.write(InetAddress.getByName(host).getAddress());
        } else {
            question.write(NAME);
            text(question, host);
        }
        question.write(port >>> 8);
        question.write(port);
        return question;
    }

    private void text(ByteArrayOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > LONGEST_TEXT) {
            throw ProxyFault.doesNotConnect(proxy, "the server", "a name or password is longer than 255 bytes");
        }
        to.write(bytes.length);
        to.write(bytes);
    }

    private void skipBoundAddress(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int length = switch (in.readUnsignedByte()) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> in.readUnsignedByte();
            default -> throw ProxyFault.isNoSocksProxy(proxy);
        };
        in.readFully(new byte[length + 2]);
    }

    private void expectVersion(DataInputStream in, int version) throws IOException {
        if (in.readUnsignedByte() != version) {
            throw ProxyFault.isNoSocksProxy(proxy);
        }
    }

    private void send(ByteArrayOutputStream message) throws IOException {
        socket.getOutputStream().write(message.toByteArray());
    }

    private static String words(int reply) {
        return switch (reply) {
            case 2 -> "its rules do not allow it";
            case 3 -> "the network cannot be reached";
            case 4 -> "the host cannot be reached";
            case 5 -> "the server refused the connection";
            case 6 -> "the server did not answer in time";
            default -> "SOCKS reply " + reply;
        };
    }
}
