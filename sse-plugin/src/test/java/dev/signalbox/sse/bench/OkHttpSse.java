package dev.signalbox.sse.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okhttp3.sse.internal.ServerSentEventReader;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * okhttp-sse. From memory its own reader is called without a client around it, on an okio source of 8 KiB segments; that
 * is the most favourable way there is. Over HTTP it is used as its guide says, with a listener.
 */
final class OkHttpSse implements Subject {
    private final boolean parseOnly;
    private final OkHttpClient client =
            new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(60)).build();

    OkHttpSse(boolean parseOnly) {
        this.parseOnly = parseOnly;
    }

    @Override
    public Reads reads() {
        return parseOnly ? Reads.DATA : Reads.ORDERS;
    }

    @Override
    public void fromMemory(InputStream stream, Tally tally) throws Exception {
        try (BufferedSource source = Okio.buffer(Okio.source(stream))) {
            ServerSentEventReader reader = new ServerSentEventReader(source, new ServerSentEventReader.Callback() {
                @Override
                public void onEvent(@Nullable String id, @Nullable String type, String data) {
                    take(data, tally);
                }

                @Override
                public void onRetryChange(long timeMs) {}
            });
            while (reader.processNextEvent()) {
                // the callback has it
            }
        }
    }

    @Override
    public void overHttp(URI address, Tally tally) throws Exception {
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        Request request = new Request.Builder().url(address.toString()).build();
        EventSources.createFactory(client).newEventSource(request, new EventSourceListener() {
            @Override
            public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
                take(data, tally);
            }

            @Override
            public void onClosed(EventSource source) {
                closed.complete(null);
            }

            @Override
            public void onFailure(EventSource source, @Nullable Throwable fault, @Nullable Response response) {
                closed.completeExceptionally(fault != null ? fault : new IOException("refused: " + response));
            }
        });
        closed.get();
    }

    private void take(String data, Tally tally) {
        if (parseOnly) {
            tally.event(data.length(), data.charAt(data.length() / 2));
            return;
        }
        try {
            OrderRecords.read(data, tally);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
