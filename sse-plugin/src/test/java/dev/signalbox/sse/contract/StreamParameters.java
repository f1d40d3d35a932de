package dev.signalbox.sse.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.signalbox.sse.stream.Header;
import dev.signalbox.sse.stream.StreamRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a harness wants of a new stream.
 *
 * @param initialDelay the base of the back-off
 * @param readTimeout the silence after which the stream counts as lost
 * @param lastEventId the id the first request resumes after; empty for none
 * @param body what the requests carry; empty for nothing
 */
record StreamParameters(
        URI streamUrl,
        URI callbackUrl,
        String tag,
        Optional<Duration> initialDelay,
        Optional<Duration> readTimeout,
        String lastEventId,
        List<Header> headers,
        String method,
        String body) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the JSON object of a request.
     *
     * @throws IllegalArgumentException if it is none, or a value is missing or not of its kind; the message says which
     */
    static StreamParameters parse(byte[] json) {
        Map<String, String> texts = new HashMap<>();
        List<Header> headers = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("expected a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (name.equals("headers") && value == JsonToken.START_OBJECT) {
                    for (String header = parser.nextFieldName(); header != null; header = parser.nextFieldName()) {
                        headers.add(new Header(header, parser.nextTextValue() + ""));
                    }
                } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    texts.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not valid JSON: " + malformed.getMessage(), malformed);
        }
        return new StreamParameters(
                address("streamUrl", texts),
                address("callbackUrl", texts),
                texts.getOrDefault("tag", ""),
                millis("initialDelayMs", texts),
                millis("readTimeoutMs", texts),
                texts.getOrDefault("lastEventId", ""),
                List.copyOf(headers),
                texts.getOrDefault("method", "GET"),
                texts.getOrDefault("body", ""));
    }

    StreamRequest request() {
        return new StreamRequest(method, streamUrl, headers, body);
    }

    private static URI address(String name, Map<String, String> texts) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // the one sentence below says what is expected
        }
        throw new IllegalArgumentException(name + " is not an http or https address");
    }

    private static Optional<Duration> millis(String name, Map<String, String> texts) {
        String text = texts.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofMillis(Math.max(0, Long.parseLong(text))));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is not a number of milliseconds", notANumber);
        }
    }
}
