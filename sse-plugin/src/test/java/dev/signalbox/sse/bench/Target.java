package dev.signalbox.sse.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the project asks of itself.
 *
 * @param text what it is
 * @param feed where the bytes come from
 * @param must the number that must be reached, or for memory not be passed
 * @param measured the number, from all results; NaN where it was not measured
 */
record Target(String text, String feed, double must, boolean most, ToDoubleFunction<Map<Measured, Sample>> measured) {
    static final List<Target> ALL = List.of(
            againstPeers("2-orders", "memory", 2.0),
            againstPeers("2-orders", "loopback", 2.0),
            againstPeers("1-order", "memory", 2.5),
            againstPeers("1-order", "loopback", 2.5),
            againstPeers("500-orders", "memory", 1.5),
            againstPeers("500-orders", "loopback", 1.5),
            againstPeers("100k-ids", "memory", 7),
            againstPeers("100k-ids", "loopback", 7),
            against("parse-only", "okhttp-sse", 3),
            against("parse-only", "newline-scan", 0.6),
            bytes("2-orders", 150),
            // less than one byte is the session's own few objects, spread over its events
            bytes("parse-only", 1));

    String line(Map<Measured, Sample> results) {
        double found = measured.applyAsDouble(results);
        boolean met = most ? found <= must : found >= must;
        return String.format(
                Locale.ROOT, "| %s | %s | %.2f | %.2f | %s |%n", text, feed, must, found, met ? "yes" : "NO");
    }

    /** How much faster the console is than the fastest of its peers. */
    static double ratio(Map<Measured, Sample> results, String payload, String feed, String... peers) {
        double fastest = 0;
        for (String peer : peers) {
            fastest = Math.max(fastest, speed(results, payload, feed, peer));
        }
        return speed(results, payload, feed, "signalbox") / fastest;
    }

    private static Target againstPeers(String payload, String feed, double must) {
        return new Target(
                payload + ", times the faster peer",
                feed,
                must,
                false,
                results -> ratio(results, payload, feed, "okhttp-sse", "okhttp-eventsource"));
    }

    private static Target against(String payload, String peer, double must) {
        return new Target(
                payload + ", times " + peer, "memory", must, false, results -> ratio(results, payload, "memory", peer));
    }

    private static Target bytes(String payload, double most) {
        return new Target(payload + ", bytes allocated an event, at most", "memory", most, true, results -> {
            Sample sample = results.get(new Measured(payload, "memory", "signalbox"));
            return sample == null ? Double.NaN : sample.bytesPerEvent();
        });
    }

    private static double speed(Map<Measured, Sample> results, String payload, String feed, String subject) {
        @Nullable Sample sample = results.get(new Measured(payload, feed, subject));
        return sample == null ? Double.NaN : sample.eventsPerSecond();
    }
}
