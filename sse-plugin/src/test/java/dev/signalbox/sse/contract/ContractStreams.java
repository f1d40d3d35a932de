package dev.signalbox.sse.contract;

import dev.signalbox.api.PluginContext;
import dev.signalbox.api.Subscription;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.StreamLimits;
import dev.signalbox.sse.stream.Timeouts;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The streams a harness has open. Any thread. */
final class ContractStreams {
    private static final int MOST = 1_000;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(5);

    private final PluginContext context;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    // guarded by this
    private final Map<String, Open> open = new HashMap<>();
    private int made;

    private record Open(ContractStream stream, Subscription contribution, HttpConnector connector) {}

    ContractStreams(PluginContext context) {
        this.context = context;
    }

    /**
     * Opens a stream.
     *
     * @return its id, or empty when too many are open
     */
    synchronized Optional<String> open(StreamParameters parameters) {
        if (open.size() == MOST) {
            return Optional.empty();
        }
        String id = "stream-" + ++made;
        context.log().log(System.Logger.Level.INFO, "{0} is {1}", id, parameters.tag());
        HttpConnector connector = new HttpConnector(
                new Timeouts(CONNECT_TIMEOUT, parameters.readTimeout().orElse(READ_TIMEOUT)), StreamLimits.DEFAULT);
        ContractStream stream = new ContractStream(
                id, parameters, connector, new Callbacks(parameters.callbackUrl(), http, context.log()));
        open.put(id, new Open(stream, context.contribute(stream), connector));
        return Optional.of(id);
    }

    /** Restarts a stream; false when there is none of that id. */
    synchronized boolean restart(String id) {
        Open found = open.get(id);
        if (found != null) {
            found.stream().restart();
        }
        return found != null;
    }

    /** Closes a stream; false when there is none of that id. */
    boolean close(String id) {
        Open found;
        synchronized (this) {
            found = open.remove(id);
        }
        if (found != null) {
            found.contribution().close();
            found.connector().close();
        }
        return found != null;
    }
}
