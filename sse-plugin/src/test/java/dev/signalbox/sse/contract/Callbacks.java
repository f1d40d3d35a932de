package dev.signalbox.sse.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Tells a harness what happened on one stream, in order and one thing at a time. Used by the session's thread only. */
final class Callbacks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonFactory JSON = new JsonFactory();

    private final String base;
    private final HttpClient http;
    private final System.Logger log;
    private int told;

    /** Writes the fields of one message. */
    @FunctionalInterface
    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    Callbacks(URI base, HttpClient http, System.Logger log) {
        this.base = base.toString();
        this.http = http;
        this.log = log;
    }

    void event(String type, String data, String id) throws InterruptedException {
        tell("event", json -> {
            json.writeObjectFieldStart("event");
            json.writeStringField("type", type);
            json.writeStringField("data", data);
            json.writeStringField("id", id);
            json.writeEndObject();
        });
    }

    void comment(String text) throws InterruptedException {
        tell("comment", json -> json.writeStringField("comment", text));
    }

    void error(String reason) throws InterruptedException {
        tell("error", json -> json.writeStringField("error", reason));
    }

    private void tell(String kind, Fields fields) throws InterruptedException {
        told++;
        String address = base + (base.endsWith("/") ? "" : "/") + told;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            try (JsonGenerator json = JSON.createGenerator(body)) {
                json.writeStartObject();
                json.writeStringField("kind", kind);
                fields.writeTo(json);
                json.writeEndObject();
            }
            http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException gone) {
            // a harness that has seen enough stops listening
            log.log(System.Logger.Level.WARNING, "{0} did not take message {1}: {2}", base, told, gone);
        }
    }
}
