package dev.signalbox.sse.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a {@link FakeServer} says to one request, and how it stops. After the last step it stays silent. */
public final class Script {
    private static final long PATIENCE_SECONDS = 10;

    private final boolean chunked;
    private final List<Step> steps = new ArrayList<>();
    private final CountDownLatch clientClosed = new CountDownLatch(1);

    @FunctionalInterface
    private interface Step {
        /** Returns whether to go on. */
        boolean play(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    Script(boolean chunked) {
        this.chunked = chunked;
    }

    Script send(byte[] raw) {
        return step((socket, out) -> {
            out.write(raw);
            out.flush();
            return true;
        });
    }

    /** Sends text, in a chunk of its own where the answer is chunked. */
    public Script thenSend(String text) {
        return thenSend(text.getBytes(UTF_8));
    }

    public Script thenSend(byte[] bytes) {
        if (!chunked) {
            return send(bytes);
        }
        send((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
        return send(bytes).send("\r\n".getBytes(ISO_8859_1));
    }

    public Script thenAwait(CountDownLatch latch) {
        return step((socket, out) -> latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** The proper end of a chunked answer. */
    public Script thenEnd() {
        return send("0\r\n\r\n".getBytes(ISO_8859_1)).thenFinish();
    }

    /** FIN in the middle of a chunk. */
    public Script thenBreak() {
        return send("40\r\ndata: never fin".getBytes(ISO_8859_1)).thenFinish();
    }

    /** FIN, wherever the answer is. */
    public Script thenFinish() {
        return step((socket, out) -> {
            socket.close();
            return false;
        });
    }

    /** RST. */
    public Script thenReset() {
        return step((socket, out) -> {
            socket.setSoLinger(true, 0);
            socket.close();
            return false;
        });
    }

    public void awaitClientClosed() throws InterruptedException {
        if (!clientClosed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the client did not close its connection");
        }
    }

    void play(Socket socket, InputStream in) throws IOException, InterruptedException {
        try {
            OutputStream out = socket.getOutputStream();
            for (Step step : steps) {
                if (!step.play(socket, out)) {
                    return;
                }
            }
            while (in.read() >= 0) {
                // a client has nothing to say after its request
            }
            clientClosed.countDown();
        } catch (IOException reset) {
            // as good as closed, and may come in the middle of a step
            clientClosed.countDown();
        }
    }

    private Script step(Step step) {
        steps.add(step);
        return this;
    }
}
