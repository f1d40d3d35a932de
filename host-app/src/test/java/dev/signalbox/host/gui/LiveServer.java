package dev.signalbox.host.gui;

import dev.signalbox.host.demo.DemoOptions;
import dev.signalbox.host.demo.DemoOrder;
import dev.signalbox.host.demo.DemoServer;
import dev.signalbox.host.demo.DemoStory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A real server of orders on the loopback that sends what a test tells it to. */
final class LiveServer implements AutoCloseable {
    /** Short, so that the server notices soon that a client has left. */
    private static final Duration HEARTBEAT = Duration.ofMillis(100);

    private final DemoServer server;

    private LiveServer(DemoServer server) {
        this.server = server;
    }

    static LiveServer start(DemoOrder... orders) throws IOException {
        return start(0, orders);
    }

    static LiveServer start(int port, DemoOrder... orders) throws IOException {
        DemoServer server = new DemoServer(
                DemoStory.of(List.of(orders), List.of()),
                DemoOptions.USUAL.withHeartbeat(HEARTBEAT).withPort(port));
        server.start();
        return new LiveServer(server);
    }

    /** Orders on their way, ORD-1 and so on. */
    static DemoOrder[] moving(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new DemoOrder("ORD-" + n, "PROCESSING", "IN_PROGRESS", "step 0"))
                .toArray(DemoOrder[]::new);
    }

    String[] settings() {
        return new String[] {"--sse.url=" + server.streamUrl(), "--sse.snapshot=" + server.snapshotUrl()};
    }

    String streamUrl() {
        return server.streamUrl().toString();
    }

    String snapshotUrl() {
        return server.snapshotUrl().toString();
    }

    void moves(String orderId, String message) {
        server.publish(orderId, "PROCESSING", "IN_PROGRESS", message);
    }

    void ships(String orderId) {
        server.publish(orderId, "SHIPPED", "COMPLETED", "on its way");
    }

    void fails(String orderId, String message) {
        server.publish(orderId, "CANCELLED", "FAILED", message);
    }

    void sends(String orderId, String state, String status, String message) {
        server.publish(orderId, state, status, message);
    }

    void sendsRaw(String text) {
        server.publishRaw(text);
    }

    void dropConnections() {
        server.dropConnections();
    }

    boolean awaitClients(int wanted, Duration patience) throws InterruptedException {
        return server.awaitClients(wanted, patience);
    }

    @Override
    public void close() {
        server.close();
    }
}
