package dev.signalbox.host.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Does the next of a row of acts to each connection; after the last it streams properly and stays. */
final class FaultyServer implements AutoCloseable {
    static final Act STREAMS = socket -> send(socket, Http.HEAD + Http.chunk("id: 1\n\n"));

    private final ServerSocket listening;
    private final BlockingQueue<Act> acts = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    /** What becomes of one connection after its request was read. */
    @FunctionalInterface
    interface Act {
        void play(Socket socket) throws IOException;
    }

    /** Pieces of answers. */
    static final class Http {
        static final String HEAD =
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

        private Http() {}

        static String chunk(String text) {
            return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
        }
    }

    private FaultyServer(ServerSocket listening) {
        this.listening = listening;
    }

    static FaultyServer start(Act... acts) throws IOException {
        FaultyServer server = new FaultyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        server.acts.addAll(List.of(acts));
        daemon(server::accept);
        return server;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/orders";
    }

    /** How many connections there ever were at once. */
    int mostOpenAtOnce() {
        return mostOpen.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder request = new StringBuilder();
            while (!request.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                request.append((char) next);
            }
            Act act = acts.poll();
            (act == null ? STREAMS : act).play(socket);
            while (!socket.isClosed() && in.read() >= 0) {
                // a client has nothing to say after its request
            }
        } catch (IOException clientLeft) {
            // as the test wants it
        } finally {
            open.decrementAndGet();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }
}
