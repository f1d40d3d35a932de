package dev.signalbox.sse.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** What no parser can beat by much: reads of 8 KiB, with a plain loop that counts the newlines in them or without. */
final class RawRead implements Subject {
    private static final int READ_BYTES = 8 * 1024;

    private final boolean scan;
    private final Payload payload;

    RawRead(boolean scan, Payload payload) {
        this.scan = scan;
        this.payload = payload;
    }

    @Override
    public Reads reads() {
        return Reads.BYTES;
    }

    @Override
    public void fromMemory(InputStream stream, Tally tally) throws Exception {
        read(stream, payload.body().length, 2 * payload.events(), tally);
    }

    /** The bytes of HTTP are read too, chunk heads and all; those around the blocks are too few to make up an event. */
    @Override
    public void overHttp(URI address, Tally tally) throws Exception {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET " + address.getPath() + " HTTP/1.1\r\nHost: bench\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            int newlines = 2 * payload.events() + 2 * payload.chunks();
            read(socket.getInputStream(), payload.chunked().length, newlines, tally);
        }
    }

    private void read(InputStream stream, int blockBytes, int blockNewlines, Tally tally) throws Exception {
        byte[] buffer = new byte[READ_BYTES];
        long bytes = 0;
        long newlines = 0;
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            bytes += count;
            if (scan) {
                newlines += newlines(buffer, count);
            }
        }
        tally.events((scan ? newlines / blockNewlines : bytes / blockBytes) * payload.events());
    }

    private static int newlines(byte[] buffer, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                found++;
            }
        }
        return found;
    }
}
