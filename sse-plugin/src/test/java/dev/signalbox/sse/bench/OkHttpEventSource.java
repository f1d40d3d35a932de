package dev.signalbox.sse.bench;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamClosedByServerException;
import com.launchdarkly.logging.LDLogger;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** LaunchDarkly's okhttp-eventsource, pulled with {@code readMessage}, with a read buffer of 8 KiB instead of its 1,000 bytes. */
final class OkHttpEventSource implements Subject {
    private static final int READ_BUFFER_BYTES = 8 * 1024;

    @Override
    public Reads reads() {
        return Reads.ORDERS;
    }

    @Override
    public void fromMemory(InputStream stream, Tally tally) throws Exception {
        read(new FromMemory(stream), tally);
    }

    @Override
    public void overHttp(URI address, Tally tally) throws Exception {
        read(ConnectStrategy.http(address).readTimeout(60, TimeUnit.SECONDS), tally);
    }

    private static void read(ConnectStrategy strategy, Tally tally) throws Exception {
        try (EventSource events = new EventSource.Builder(strategy)
                .readBufferSize(READ_BUFFER_BYTES)
                .build()) {
            events.start();
            while (true) {
                MessageEvent message = events.readMessage();
                OrderRecords.read(message.getData(), tally);
            }
        } catch (StreamClosedByServerException end) {
            // the end of the stream
        }
    }

    private static final class FromMemory extends ConnectStrategy {
        private static final URI ORIGIN = URI.create("http://127.0.0.1/");
        private final InputStream stream;

        FromMemory(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public Client createClient(LDLogger logger) {
            return new Client() {
                @Override
                public Result connect(String lastEventId) {
                    return new Result(stream, ORIGIN, stream);
                }

                @Override
                public boolean awaitClosed(long timeoutMillis) {
                    return true;
                }

                @Override
                public URI getOrigin() {
                    return ORIGIN;
                }

                @Override
                public void close() {}
            };
        }
    }
}
