package dev.signalbox.host.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Opens a stream and writes down what arrives: every line, every complete event, and how it ended. */
final class StreamRecorder implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final HttpResponse<InputStream> response;
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<String> ids = new CopyOnWriteArrayList<>();
    final List<String> data = new CopyOnWriteArrayList<>();

    /** Empty while the stream is open. */
    volatile String end = "";

    private StreamRecorder(HttpResponse<InputStream> response) {
        this.response = response;
    }

    static StreamRecorder open(URI url) throws Exception {
        return open(url, "");
    }

    static StreamRecorder open(URI url, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        StreamRecorder recorder = new StreamRecorder(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        Thread reader = new Thread(recorder::read, "test-stream");
        reader.setDaemon(true);
        reader.start();
        return recorder;
    }

    String lastId() {
        return ids.isEmpty() ? "" : ids.get(ids.size() - 1);
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String pending = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    pending = line.substring(6);
                } else if (line.isEmpty() && !pending.isEmpty()) {
                    data.add(pending);
                    ids.add(id);
                    pending = "";
                }
            }
            end = "ended";
        } catch (IOException e) {
            end = "broken";
        }
    }
}
