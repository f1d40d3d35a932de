package dev.signalbox.sse.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Sends blocks of events that lie ready in memory as fast as it can: {@code GET /<blocks>}. It says its port on standard output and ends when its standard input does, so it never outlives who started it.
 */
final class BenchServer {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final int WRITE_BYTES = 64 * 1024;

    private BenchServer() {}

    public static void main(String[] arguments) throws IOException {
        byte[] block = Payload.of(arguments[0]).chunked();
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerAll(server, block), "bench-server");
            answering.setDaemon(true);
            answering.start();
            System.out.println(server.getLocalPort());
            while (System.in.read() >= 0) {
                // until whoever started it is gone
            }
        }
    }

    private static void answerAll(ServerSocket server, byte[] block) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket, block);
            } catch (IOException gone) {
                // the next one may do better
            }
        }
    }

    private static void answer(Socket socket, byte[] block) throws IOException {
        BufferedReader request = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String first = request.readLine();
        for (String line = first; line != null && !line.isEmpty(); line = request.readLine()) {
            // the headers are of no interest
        }
        if (first == null) {
            return;
        }
        long blocks = Long.parseLong(first.split(" ", 3)[1].substring(1));
        OutputStream out = socket.getOutputStream();
        out.write(HEAD.getBytes(US_ASCII));
        for (long i = 0; i < blocks; i++) {
            for (int from = 0; from < block.length; from += WRITE_BYTES) {
                out.write(block, from, Math.min(WRITE_BYTES, block.length - from));
            }
        }
        out.write(LAST_CHUNK.getBytes(US_ASCII));
    }
}
