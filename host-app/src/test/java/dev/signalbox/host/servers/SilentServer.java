package dev.signalbox.host.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;

/** Accepts every connection and never answers. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();

    private SilentServer(ServerSocket listening) {
        this.listening = listening;
    }

    static SilentServer start() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        SilentServer server = new SilentServer(socket);
        Thread accepting = new Thread(server::accept, "silent-server");
        accepting.setDaemon(true);
        accepting.start();
        return server;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    void awaitConnections(int least) {
        Awaitility.await(least + " connections").until(() -> accepted.size() >= least);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                accepted.add(listening.accept());
            }
        } catch (IOException closed) {
            // as wanted
        }
    }
}
