package dev.signalbox.sse;

import dev.signalbox.api.FatalSourceException;
import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.StreamSetup;
import dev.signalbox.sse.stream.HttpConnector;
import dev.signalbox.sse.stream.StreamRefused;
import dev.signalbox.sse.stream.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the operator is asked for to follow an event stream, and a trial of it. */
final class SseStreamSetup implements StreamSetup {
    /** A trial need not see an event; it listens for a moment. */
    private static final Duration LISTENING = Duration.ofSeconds(2);

    @Override
    public String id() {
        return "connect";
    }

    @Override
    public String title() {
        return "Server-Sent Events";
    }

    @Override
    public List<Setting<?>> asks() {
        return SseSettings.ASKED;
    }

    @Override
    public String test(Settings candidate) throws Exception {
        SseSettings settings = SseSettings.read(candidate);
        URI url = settings.url()
                .orElseThrow(() -> new FatalSourceException(
                        "There is no stream address.", "Give one, such as https://example.com/orders/stream."));
        try (HttpConnector connector =
                new HttpConnector(new Timeouts(settings.timeouts().connect(), LISTENING), settings.streamLimits())) {
            return new StreamTrial(connector, settings, LISTENING).run(url);
        } catch (StreamRefused refused) {
            throw new FatalSourceException(String.valueOf(refused.getMessage()), refused.nextStep(), refused);
        }
    }
}
