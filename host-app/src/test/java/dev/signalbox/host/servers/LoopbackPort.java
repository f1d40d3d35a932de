package dev.signalbox.host.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Finds ports a server can keep over a restart: below those that systems give to clients, which could take it meanwhile. */
final class LoopbackPort {
    private static final int FIRST = 12_000;
    private static final int AFTER_LAST = 32_000;
    private static final int MOST_TRIES = 200;
    private static final Random RANDOM = new Random();

    private LoopbackPort() {}

    /** A port of 127.0.0.1 that nobody listens to at this moment. */
    static int free() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = FIRST + RANDOM.nextInt(AFTER_LAST - FIRST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("none of " + MOST_TRIES + " ports of 127.0.0.1 is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
