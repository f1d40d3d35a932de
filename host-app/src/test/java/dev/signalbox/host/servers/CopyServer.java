package dev.signalbox.host.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Answers byte for byte what another server would: the head to everyone who asks, and then what the test says. */
final class CopyServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final ServerSocket listening;
    private final String head;
    private final LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final List<Socket> accepted = new ArrayList<>();

    /** A request for the stream, and the way to go on with its answer. */
    record Asked(Socket socket, String lastEventId) {
        void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(UTF_8));
            out.flush();
        }

        void end() throws IOException {
            socket.close();
        }
    }

    private CopyServer(ServerSocket listening, String head) {
        this.listening = listening;
        this.head = head;
    }

    /** Starts it; the lines of the head are as they are sent, without the empty one. */
    static CopyServer start(String... head) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        CopyServer server = new CopyServer(socket, String.join("\r\n", head) + "\r\n\r\n");
        Thread serving = new Thread(server::serve, "copy-server");
        serving.setDaemon(true);
        serving.start();
        return server;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/orders/stream");
    }

    /** The next request; its answer has begun with the head. */
    Asked awaitAsked() throws InterruptedException {
        Asked next = asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nobody asks for the stream");
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        synchronized (accepted) {
            for (Socket socket : accepted) {
                socket.close();
            }
        }
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = listening.accept();
                synchronized (accepted) {
                    accepted.add(socket);
                }
                answer(socket);
            }
        } catch (IOException closed) {
            // as wanted
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        String id = "";
        for (@Nullable String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("last-event-id:")) {
                id = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        Asked next = new Asked(socket, id);
        next.send(head);
        asked.add(next);
    }
}
