package dev.signalbox.sse;

import dev.signalbox.api.ConsolePlugin;
import dev.signalbox.api.PluginContext;
import dev.signalbox.api.PluginDescriptor;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Subscription;
import dev.signalbox.sse.stream.HttpConnector;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a stream of order updates into the console, once the address of one is set. */
@PluginDescriptor(id = "sse", name = "Server-Sent Events", version = "0.1.0", api = "1.0")
public final class SsePlugin implements ConsolePlugin {
    // guarded by this
    private @Nullable SseSettings current;
    private @Nullable Subscription contribution;
    private @Nullable HttpConnector connector;

    @Override
    public List<Setting<?>> settings() {
        return SseSettings.ALL;
    }

    @Override
    public void start(PluginContext context) {
        for (Setting<?> setting : SseSettings.ALL) {
            context.own(context.settings().onChange(setting, now -> follow(context)));
        }
        context.contribute(new SseStreamSetup());
        follow(context);
    }

    @Override
    public synchronized void stop() {
        leave();
    }

    /**
     * Follows the stream that is set now. On the EDT a change of several settings calls this once for each; all but the
     * first find nothing to do.
     */
    private synchronized void follow(PluginContext context) {
        SseSettings now = SseSettings.read(context.settings());
        if (now.equals(current)) {
            return;
        }
        leave();
        current = now;
        if (now.url().isPresent()) {
            URI url = now.url().get();
            connector = new HttpConnector(now.timeouts(), now.streamLimits());
            contribution = context.contribute(new OrderUpdateSource(url, now, connector, InstantSource.system()));
        }
    }

    private void leave() {
        if (contribution != null) {
            contribution.close();
            contribution = null;
        }
        if (connector != null) {
            connector.close();
            connector = null;
        }
    }
}
