package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server on the loopback interface that says exactly what it is told, byte by byte, and breaks where it is told. Each
 * request to a path is answered by the next {@link Script} for that path.
 */
public final class FakeServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final ServerSocket listening;
    private final Map<String, BlockingQueue<Script>> scripts = new ConcurrentHashMap<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What a client asked. */
    public record Request(String line, List<String> headers, String body) {
        public String header(String name) {
            return headers.stream()
                    .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("(absent)");
        }

        public String method() {
            return line.split(" ", -1)[0];
        }

        public String path() {
            return line.split(" ", -1)[1];
        }
    }

    private final Thread accepting = new Thread(this::accept, "fake-server-accept");

    private FakeServer(ServerSocket listening) {
        this.listening = listening;
    }

    public static FakeServer start() throws IOException {
        FakeServer server = new FakeServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        server.accepting.setDaemon(true);
        server.accepting.start();
        return server;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** An answer of any kind, written out. */
    public Script answers(String path, String raw) {
        Script script = new Script(false);
        scripts(path).add(script);
        return script.send(raw.getBytes(UTF_8));
    }

    /** An answer with a status, further header lines and a body that ends properly. */
    public Script answers(String path, String status, String headers, String body) {
        return answers(
                path,
                "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n"
                        + body);
    }

    /** An event stream, chunked. */
    public Script streams(String path) {
        return streams(path, "Content-Type: text/event-stream\r\n");
    }

    public Script streams(String path, String headers) {
        Script script = new Script(true);
        scripts(path).add(script);
        return script.send(("HTTP/1.1 200 OK\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n").getBytes(UTF_8));
    }

    public Request nextRequest() throws InterruptedException {
        Request request = requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    public boolean wasNotAskedAgain() {
        return requests.isEmpty();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        awaitRefusing();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** As long as a thread is inside accept, the system still takes connections for a port that was closed. */
    private void awaitRefusing() {
        try {
            accepting.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private BlockingQueue<Script> scripts(String path) {
        return scripts.computeIfAbsent(path, any -> new LinkedBlockingQueue<>());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                daemon("fake-server-connection", () -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Request request = readRequest(in);
            requests.add(request);
            Script script = scripts(request.path()).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (script != null) {
                script.play(socket, in);
            }
        } catch (IOException clientLeft) {
            // scripts tell through clientClosed
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed before a request");
            }
            head.write(b);
        }
        List<String> lines = new ArrayList<>(head.toString(UTF_8).lines().toList());
        Request withoutBody = new Request(lines.get(0), List.copyOf(lines.subList(1, lines.size() - 1)), "");
        String length = withoutBody.header("Content-Length");
        return length.equals("(absent)")
                ? withoutBody
                : new Request(
                        withoutBody.line(),
                        withoutBody.headers(),
                        new String(in.readNBytes(Integer.parseInt(length)), UTF_8));
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
