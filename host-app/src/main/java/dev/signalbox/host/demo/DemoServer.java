package dev.signalbox.host.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real HTTP server on the loopback that tells a story of orders: a snapshot at {@code /orders}, Server-Sent Events at
 * {@code /orders/stream}. Its methods may be called from any thread and wait for no client. All its threads are daemons.
 */
public final class DemoServer implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofMillis(200);

    private final DemoStory story;
    private final DemoOptions options;
    private final OrderFeed feed;
    private final StreamSeats seats;
    private final AtomicInteger threads = new AtomicInteger();

    // Under the monitor of this.
    private @Nullable HttpServer http;
    private @Nullable ExecutorService serving;
    private @Nullable Thread telling;
    private boolean closed;

    /**
     * Makes a server that is not started.
     *
     * @param story what it tells
     * @param options how it serves
     */
    public DemoServer(DemoStory story, DemoOptions options) {
        this.story = story;
        this.options = options;
        this.feed = new OrderFeed(options.keptEvents());
        this.seats = new StreamSeats(options.maxClients());
    }

    /**
     * Binds the port and serves. The clock of the story starts when the first client opens the stream.
     *
     * @throws IOException in a sentence for the operator, when the port cannot be had
     * @throws IllegalStateException when it was started before
     */
    public synchronized void start() throws IOException {
        if (http != null || closed) {
            throw new IllegalStateException("A demo server is started once.");
        }
        HttpServer server = bind();
        ExecutorService pool = Executors.newCachedThreadPool(
                task -> daemon("signalbox-demo-client-" + threads.incrementAndGet(), task));
        server.setExecutor(pool);
        server.createContext("/", new DemoHandler(feed, seats, options.heartbeat(), this::description));
        http = server;
        serving = pool;
        feed.begin(story.orders());
        startAsDaemon(server);
        telling = tell();
    }

    /**
     * Tells the story from the beginning: open streams end properly, the snapshot is as at the start, ids given out before are
     * unknown, and the clock starts when the next client opens the stream.
     *
     * @throws IllegalStateException when it does not serve
     */
    public synchronized void restart() {
        requireServing();
        stopTelling();
        feed.begin(story.orders());
        telling = tell();
    }

    /** Breaks every open stream in the middle of an event and without the closing chunk, as a proxy would. */
    public void dropConnections() {
        feed.breakStreams();
    }

    /**
     * Moves one order, beside what the story tells.
     *
     * @param orderId the order; a new one is added to the snapshot
     * @param state its state
     * @param status its status
     * @param message its message
     */
    public void publish(String orderId, String state, String status, String message) {
        publish(List.of(new DemoOrder(orderId, state, status, message)));
    }

    /**
     * Moves orders in one event, beside what the story tells.
     *
     * @param orders the orders, each id once
     */
    public void publish(List<DemoOrder> orders) {
        feed.move(List.copyOf(orders));
    }

    /**
     * Sends text on the stream as it is. It is kept in its place among the events, for clients that resume.
     *
     * @param text any text, well-formed as an event or not
     */
    public void publishRaw(String text) {
        publishRaw(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends bytes on the stream as they are. They are kept in their place among the events, for clients that resume.
     *
     * @param bytes any bytes
     */
    public void publishRaw(byte[] bytes) {
        feed.raw(bytes);
    }

    /**
     * How many streams are open.
     *
     * @return the number; a client that left is counted until the next event or heartbeats to it fail
     */
    public int clients() {
        return seats.taken();
    }

    /**
     * Waits until exactly so many streams are open.
     *
     * @param wanted how many
     * @param patience how long to wait at most
     * @return false when they were not in time
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean awaitClients(int wanted, Duration patience) throws InterruptedException {
        return seats.await(wanted, patience);
    }

    /**
     * Where it serves.
     *
     * @return such as {@code http://127.0.0.1:40217/}
     * @throws IllegalStateException when it does not serve
     */
    public synchronized URI url() {
        return URI.create("http://127.0.0.1:" + requireServing().getAddress().getPort() + "/");
    }

    /**
     * Where the orders are.
     *
     * @return the URL of the snapshot
     * @throws IllegalStateException when it does not serve
     */
    public URI snapshotUrl() {
        return url().resolve(DemoHandler.SNAPSHOT);
    }

    /**
     * Where the events are.
     *
     * @return the URL of the stream
     * @throws IllegalStateException when it does not serve
     */
    public URI streamUrl() {
        return url().resolve(DemoHandler.STREAM);
    }

    /**
     * What is served, with commands to try; also the page at {@code /}.
     *
     * @return some lines of plain text
     * @throws IllegalStateException when it does not serve
     */
    public String description() {
        return """
                The Signalbox demo server tells a story of orders.

                %2$s
                    every order as it is now, as JSON
                    curl %2$s

                %3$s
                    every move as it happens, as Server-Sent Events with ids, retry and heartbeats
                    curl -N %3$s
                    curl -N -H 'Last-Event-ID: ...' %3$s

                The story starts when the first client opens the stream. Another console follows it with
                    --sse.url=%3$s --sse.snapshot=%2$s
                """.formatted(url(), snapshotUrl(), streamUrl());
    }

    /** Ends the open streams, frees the port and ends the threads, within a second. Twice is harmless. */
    @Override
    public synchronized void close() {
        closed = true;
        HttpServer server = http;
        ExecutorService pool = serving;
        if (server == null || pool == null) {
            return;
        }
        http = null;
        stopTelling();
        feed.end();
        boolean interrupted = false;
        try {
            // Most streams end properly in this time; one that does not read is closed under its writer.
            seats.await(0, FAREWELL);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        server.stop(0);
        pool.shutdownNow();
        try {
            pool.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpServer bind() throws IOException {
        // Read once by the JDK, before its first server. Without it each event waits for the client's delayed
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
        } catch (BindException e) {
            throw new IOException(
                    "Cannot serve the demo on port " + options.port() + ": " + e.getMessage()
                            + ". Choose another port, or 0 for any free one.",
                    e);
        }
    }

    private HttpServer requireServing() {
        if (http == null) {
            throw new IllegalStateException("The demo server does not serve: it is not started, or closed.");
        }
        return http;
    }

    private Thread tell() {
        Thread thread = daemon("signalbox-demo-story", new StoryTeller(story, feed, options.speed()));
        thread.start();
        return thread;
    }

    private void stopTelling() {
        if (telling != null) {
            telling.interrupt();
            join(telling);
            telling = null;
        }
    }

    /** HttpServer makes its dispatcher as a child of the thread that starts it, and a child of a daemon is one. */
    private static void startAsDaemon(HttpServer server) {
        Thread starter = daemon("signalbox-demo-start", server::start);
        starter.start();
        join(starter);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
