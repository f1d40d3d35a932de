package dev.signalbox.host.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/** The other side's way to talk to a server: it publishes what the console shall show. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Http() {}

    /** Posts, and returns the status that answers. */
    static int tryPost(URI to, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to).timeout(PATIENCE).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    static void post(URI to, String body, String... headers) throws IOException, InterruptedException {
        requireDone(to, tryPost(to, body, headers));
    }

    static String get(URI from) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(from).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        requireDone(from, answer.statusCode());
        return answer.body();
    }

    /** Reads a stream until this line has come so many times, as another client of the same server would. */
    static void awaitLines(URI stream, String line, int times) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stream)
                .timeout(PATIENCE)
                .header("Accept", "text/event-stream")
                .build();
        try (Stream<String> lines =
                CLIENT.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            if (lines.filter(line::equals).limit(times).count() < times) {
                throw new IOException(stream + " ended before '" + line + "' came " + times + " times");
            }
        }
    }

    static void delete(URI what) throws IOException, InterruptedException {
        requireDone(
                what,
                CLIENT.send(
                                HttpRequest.newBuilder(what)
                                        .timeout(PATIENCE)
                                        .DELETE()
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }

    private static void requireDone(URI uri, int status) throws IOException {
        if (status < 200 || status > 299) {
            throw new IOException(uri + " answered " + status);
        }
    }
}
