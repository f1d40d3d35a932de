package dev.signalbox.sse;

import dev.signalbox.api.Setting;
import dev.signalbox.api.Settings;
import dev.signalbox.api.WhenSettled;
import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.StreamLimits;
import dev.signalbox.sse.stream.Timeouts;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator can set, read once. A change makes a new record and with it a new source. */
record SseSettings(
        Optional<URI> url,
        Optional<URI> snapshot,
        Set<String> orders,
        List<String> headerLines,
        Optional<String> token,
        Timeouts timeouts,
        SettledRule settledRule,
        WhenSettled whenSettled,
        int maxEventBytes,
        DecoderLimits decoderLimits,
        Asking asking,
        Optional<Duration> reconnectDelay,
        StreamLimits streamLimits,
        SnapshotLimits snapshotLimits) {
    private static final int KIB = 1024;

    static final Setting<Optional<URI>> URL = Setting.optional("url", "Stream address", SseSettings::webAddress);
    static final Setting<Optional<URI>> SNAPSHOT =
            Setting.optional("snapshot", "Snapshot address", SseSettings::webAddress);
    static final Setting<Set<String>> ORDERS = Setting.texts("orders", "Orders to watch", Set.of());
    static final Setting<List<String>> HEADER =
            Setting.lines("header", "Headers to send (Name: value)").keptSecret();
    static final Setting<Optional<String>> TOKEN = Setting.secret("token", "Bearer token");
    static final Setting<Duration> CONNECT_TIMEOUT =
            Setting.duration("connect-timeout", "Give up connecting after", Duration.ofSeconds(10));
    static final Setting<Duration> IDLE_TIMEOUT =
            Setting.duration("idle-timeout", "Reconnect after silence (0: never)", Duration.ofMinutes(5));
    static final Setting<Set<String>> SETTLED_STATES =
            Setting.texts("settled-states", "States of a settled order", inOrder("SHIPPED", "CANCELLED"));
    static final Setting<Set<String>> SETTLED_STATUSES =
            Setting.texts("settled-statuses", "Statuses of a settled order", inOrder("COMPLETED", "FAILED"));
    static final Setting<Boolean> CLOSE_WHEN_SETTLED =
            Setting.flag("close-when-settled", "Close the stream when all orders are settled", true);
    static final Setting<Integer> MAX_EVENT_SIZE = Setting.number(
            "max-event-size",
            "Skip events larger than (KiB)",
            EventStreamParser.DEFAULT_MAX_EVENT_BYTES / KIB,
            1,
            256 * KIB);
    static final Setting<Integer> MAX_ORDERS = Setting.number(
            "max-orders", "Skip events with more orders", DecoderLimits.DEFAULT.ordersPerEvent(), 1, 10_000_000);
    static final Setting<Integer> MAX_JSON_DEPTH = Setting.number(
            "max-json-depth", "Skip events nested deeper (levels)", DecoderLimits.DEFAULT.jsonDepth(), 3, 1_000);
    static final Setting<Integer> MAX_TEXT_LENGTH = Setting.number(
            "max-text-length",
            "Skip events with longer texts (characters)",
            DecoderLimits.DEFAULT.textLength(),
            100,
            256 * KIB * KIB);
    static final Setting<Optional<String>> METHOD =
            Setting.optional("method", "Method of the request (empty: GET)", Asking::method);
    static final Setting<String> BODY = Setting.text("body", "Body of the request", "");
    static final Setting<Optional<String>> LAST_EVENT_ID =
            Setting.optional("last-event-id", "Begin after the event with id", Asking::lastEventId);
    static final Setting<Optional<Duration>> RETRY =
            Setting.optional("retry", "First delay before a reconnect (empty: as the console)", SseSettings::delay);
    static final Setting<Integer> MAX_REDIRECTS =
            Setting.number("max-redirects", "Follow redirects (0: none)", StreamLimits.DEFAULT.redirects(), 0, 100);
    static final Setting<Integer> MAX_HEADER_SIZE = Setting.number(
            "max-header-size", "Longest header line (KiB)", StreamLimits.DEFAULT.headerBytes() / KIB, 1, 16 * KIB);
    static final Setting<Integer> MAX_SNAPSHOT_SIZE = Setting.number(
            "max-snapshot-size",
            "Largest snapshot (MiB)",
            SnapshotLimits.DEFAULT.documentBytes() / (KIB * KIB),
            1,
            KIB);
    static final Setting<Duration> SNAPSHOT_TIMEOUT = Setting.duration(
            "snapshot-timeout", "Give the snapshot up after silence (0: never)", SnapshotLimits.DEFAULT.silence());
    static final Setting<Integer> MAX_HELD = Setting.number(
            "max-held", "Hold updates until the snapshot has come", SnapshotLimits.DEFAULT.heldEvents(), 1, 10_000_000);

    static final List<Setting<?>> ALL = List.of(
            URL,
            SNAPSHOT,
            ORDERS,
            HEADER,
            TOKEN,
            CONNECT_TIMEOUT,
            IDLE_TIMEOUT,
            SETTLED_STATES,
            SETTLED_STATUSES,
            CLOSE_WHEN_SETTLED,
            MAX_EVENT_SIZE,
            MAX_ORDERS,
            MAX_JSON_DEPTH,
            MAX_TEXT_LENGTH,
            METHOD,
            BODY,
            LAST_EVENT_ID,
            RETRY,
            MAX_REDIRECTS,
            MAX_HEADER_SIZE,
            MAX_SNAPSHOT_SIZE,
            SNAPSHOT_TIMEOUT,
            MAX_HELD);

    /** What the dialog for a new stream asks; the others are preferences. */
    static final List<Setting<?>> ASKED = List.of(URL, SNAPSHOT, ORDERS, HEADER, TOKEN);

    SseSettings {
        // rows of orders that have not moved yet come in the order they were written
        orders = Collections.unmodifiableSet(new LinkedHashSet<>(orders));
        headerLines = List.copyOf(headerLines);
    }

    static SseSettings read(Settings settings) {
        return new SseSettings(
                settings.get(URL),
                settings.get(SNAPSHOT),
                settings.get(ORDERS),
                settings.get(HEADER),
                settings.get(TOKEN),
                new Timeouts(settings.get(CONNECT_TIMEOUT), settings.get(IDLE_TIMEOUT)),
                new SettledRule(settings.get(SETTLED_STATES), settings.get(SETTLED_STATUSES)),
                settings.get(CLOSE_WHEN_SETTLED) ? WhenSettled.CLOSE : WhenSettled.STAY_OPEN,
                settings.get(MAX_EVENT_SIZE) * KIB,
                new DecoderLimits(
                        settings.get(MAX_ORDERS), settings.get(MAX_JSON_DEPTH), settings.get(MAX_TEXT_LENGTH)),
                new Asking(
                        settings.get(METHOD).orElse("GET"),
                        settings.get(BODY),
                        settings.get(LAST_EVENT_ID).orElse("")),
                settings.get(RETRY),
                new StreamLimits(settings.get(MAX_HEADER_SIZE) * KIB, settings.get(MAX_REDIRECTS)),
                new SnapshotLimits(
                        settings.get(MAX_SNAPSHOT_SIZE) * KIB * KIB,
                        settings.get(SNAPSHOT_TIMEOUT),
                        settings.get(MAX_HELD)));
    }

    /** Leaves out what may be a credential. */
    @Override
    public String toString() {
        return "SseSettings[" + (url.isPresent() ? "url given" : "no url") + "]";
    }

    private static URI webAddress(String text) {
        try {
            URI uri = new URI(new URI(text.strip()).toASCIIString());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // falls through to the one sentence that says what is expected; the text itself may hold a password
        }
        throw new IllegalArgumentException(
                "expected an http or https address such as https://example.com/orders/stream");
    }

    private static Duration delay(String text) {
        return Setting.duration("delay", "delay", Duration.ZERO).parse(text);
    }

    private static Set<String> inOrder(String... words) {
        return new LinkedHashSet<>(List.of(words));
    }
}
