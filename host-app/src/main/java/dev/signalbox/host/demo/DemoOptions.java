package dev.signalbox.host.demo;

import java.time.Duration;

/**
 * How the demo server serves.
 *
 * @param port the port on the loopback; 0 takes a free one
 * @param speed 1 to 100: how many times faster than written the story is told
 * @param heartbeat how often every stream gets a comment
 * @param maxClients how many streams are open at most
 * @param keptEvents how many events are kept for clients that resume or read slowly
 */
public record DemoOptions(int port, double speed, Duration heartbeat, int maxClients, int keptEvents) {
    /** A free port, the speed of the story as written, and room for many. */
    public static final DemoOptions USUAL = new DemoOptions(0, 1, Duration.ofSeconds(10), 64, 100_000);

    /** Checks the bounds. */
    public DemoOptions {
        require(port >= 0 && port <= 65_535, "The port must be 0 to 65535, and is " + port);
        require(speed >= 1 && speed <= 100, "The speed must be 1 to 100, and is " + speed);
        require(heartbeat.toMillis() > 0, "The heartbeat must be at least a millisecond, and is " + heartbeat);
        require(maxClients > 0, "There must be room for a client, and there is for " + maxClients);
        require(keptEvents > 0, "At least one event must be kept, and is " + keptEvents);
    }

    /**
     * The same on another port.
     *
     * @param value see {@link #port()}
     * @return a copy
     */
    public DemoOptions withPort(int value) {
        return new DemoOptions(value, speed, heartbeat, maxClients, keptEvents);
    }

    /**
     * The same at another speed.
     *
     * @param value see {@link #speed()}
     * @return a copy
     */
    public DemoOptions withSpeed(double value) {
        return new DemoOptions(port, value, heartbeat, maxClients, keptEvents);
    }

    /**
     * The same with another heartbeat.
     *
     * @param value see {@link #heartbeat()}
     * @return a copy
     */
    public DemoOptions withHeartbeat(Duration value) {
        return new DemoOptions(port, speed, value, maxClients, keptEvents);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
