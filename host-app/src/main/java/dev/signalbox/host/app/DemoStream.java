package dev.signalbox.host.app;

import dev.signalbox.host.demo.DemoKind;
import dev.signalbox.host.demo.DemoOptions;
import dev.signalbox.host.demo.DemoServer;
import java.io.IOException;
import java.util.Map;

/** A demo server that serves, and the settings that lead to it. */
final class DemoStream implements AutoCloseable {
    /** Whose settings are turned to the demo. The console knows the plug-in by its settings only. */
    static final String PLUGIN = "sse";

    private final DemoServer server;

    private DemoStream(DemoServer server) {
        this.server = server;
    }

    static DemoStream start(DemoKind kind, int speed) throws IOException {
        DemoServer server = new DemoServer(kind.story(DemoKind.USUAL_SEED), DemoOptions.USUAL.withSpeed(speed));
        server.start();
        return new DemoStream(server);
    }

    /** All the plug-in's settings that differ from their fallbacks, by full key. */
    Map<String, String> settings() {
        return Map.of(
                PLUGIN + ".url", server.streamUrl().toString(),
                PLUGIN + ".snapshot", server.snapshotUrl().toString());
    }

    /** Tells the story from its beginning. */
    void restart() {
        server.restart();
    }

    /** Waits for its connections to end. */
    @Override
    public void close() {
        server.close();
    }
}
