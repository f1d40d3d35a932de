package dev.signalbox.sse.stream;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the socket of a connection while there is none yet. The HTTP client cancels by closing what is bound to
 * the connection; closing this ends whatever the attempt is waiting for: a name, an answer of a proxy, a handshake.
 */
final class Attempt extends Socket {
    // guarded by this
    private @Nullable Closeable waitingFor;
    private boolean over;

    /**
     * Says what is waited for from now on; it takes the place of what was said before.
     *
     * @throws SocketException if the attempt was given up; the resource is closed then
     */
    synchronized <R extends Closeable> R waitFor(R resource) throws IOException {
        if (over) {
            resource.close();
        }
        check();
        waitingFor = resource;
        return resource;
    }

    /** Sees that the attempt was not given up. */
    synchronized void check() throws SocketException {
        if (over) {
            throw new SocketException("The connection was closed from here.");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        over = true;
        if (waitingFor != null) {
            waitingFor.close();
        }
    }

    // There is no socket behind these, and asking for one would open it.

    @Override
    public synchronized int getSoTimeout() {
        return 0;
    }

    @Override
    public synchronized void setSoTimeout(int millis) {
        // nothing to set
    }

    @Override
    public void setSoLinger(boolean on, int seconds) {
        // nothing to set
    }
}
