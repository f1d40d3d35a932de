package dev.signalbox.sse;

import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.UpdateSink;
import dev.signalbox.sse.stream.EventStreamParser;
import dev.signalbox.sse.stream.ShownText;
import dev.signalbox.sse.stream.StreamText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns what the parser finds into what the console is told. Whatever one read brought is handed over as one batch. */
final class EventReader {
    private static final int MOST_ORDERS_AT_ONCE = 5_000;
    private static final int SHOWN_CHARACTERS = 200;
    private static final int MOST_BYTES_PER_CHARACTER = 4;
    private static final Duration LIFE_SIGN_WITHIN_AN_EVENT = Duration.ofSeconds(10);

    private final EventStreamParser parser;
    private final OrderDecoder decoder;
    private final UpdateSink sink;
    private final SnapshotGate gate;
    private final int maxEventBytes;
    private String passedId;
    private boolean saidRetry;
    private List<OrderEvent> batch = new ArrayList<>();
    private Instant lastSignOfLife;

    EventReader(
            EventStreamParser parser,
            OrderDecoder decoder,
            UpdateSink sink,
            SnapshotGate gate,
            String resumedAfter,
            int maxEventBytes,
            Instant opened) {
        this.parser = parser;
        this.decoder = decoder;
        this.sink = sink;
        this.gate = gate;
        this.passedId = resumedAfter;
        this.maxEventBytes = maxEventBytes;
        this.lastSignOfLife = opened;
    }

    /** Reads until the parser needs more bytes. */
    void readAll(Instant now) throws InterruptedException {
        boolean onlyBlank = false;
        boolean saidMore = false;
        while (true) {
            switch (parser.next()) {
                case MESSAGE -> {
                    saidMore = true;
                    readMessage(now);
                }
                case COMMENT -> {
                    saidMore = true;
                    beat(now);
                }
                case RETRY -> {
                    saidMore = true;
                    saidRetry = true;
                    sink.reconnectDelay(Duration.ofMillis(parser.retryMillis()));
                }
                case OVERSIZE -> {
                    saidMore = true;
                    tellOversize();
                }
                case BLANK -> onlyBlank = true;
                case NEED_BYTES -> {
                    pass();
                    if (!saidMore) {
                        beatForBytes(onlyBlank, now);
                    }
                    return;
                }
            }
            if (batch.size() >= MOST_ORDERS_AT_ONCE) {
                pass();
            }
        }
    }

    /** Whether the server has said how long to wait before a reconnect. */
    boolean saidRetry() {
        return saidRetry;
    }

    private void readMessage(Instant now) {
        boolean anonymous = parser.type().equals("message");
        try {
            boolean found = decoder.decodeUpdate(parser.buffer(), parser.dataOffset(), parser.dataLength(), now, batch);
            lastSignOfLife = now;
            if (!found && anonymous) {
                tell("it holds no orderUpdates");
            } else if (!found) {
                beat(now);
            }
        } catch (UnreadableOrdersException unreadable) {
            // what another type of event carries is nobody's business here, unless it was meant to be orders
            if (anonymous || parser.data().contains("\"orderUpdates\"")) {
                tell(String.valueOf(unreadable.getMessage()));
            } else {
                beat(now);
            }
        }
    }

    /** Hands the batch over, and with it the id, which also moves on where an event held no orders. */
    private void pass() throws InterruptedException {
        String id = parser.lastEventId();
        boolean moved = !id.equals(passedId);
        if (batch.isEmpty() && !moved) {
            return;
        }
        gate.pass(batch, moved ? id : null);
        passedId = id;
        // the next read will bring about as much
        batch = new ArrayList<>(batch.size());
    }

    /** Empty lines are some servers' heartbeat. Within a large event the bytes themselves are, but only now and then. */
    private void beatForBytes(boolean onlyBlank, Instant now) {
        boolean silentForLong = Duration.between(lastSignOfLife, now).compareTo(LIFE_SIGN_WITHIN_AN_EVENT) > 0;
        if (onlyBlank || (silentForLong && !parser.betweenEvents())) {
            beat(now);
        }
    }

    private void beat(Instant now) {
        lastSignOfLife = now;
        sink.heartbeat();
    }

    private void tellOversize() {
        problem("The event" + idText() + " was larger than " + maxEventBytes / 1024 + " KiB.");
    }

    private void tell(String why) {
        int shownBytes = Math.min(parser.dataLength(), (SHOWN_CHARACTERS + 1) * MOST_BYTES_PER_CHARACTER);
        String data = StreamText.of(parser.buffer(), parser.dataOffset(), shownBytes);
        problem("The event" + idText() + " cannot be read: " + ShownText.of(why, SHOWN_CHARACTERS) + ". It begins: "
                + ShownText.of(data, SHOWN_CHARACTERS));
    }

    private String idText() {
        return parser.lastEventId().isEmpty() ? "" : " with id " + ShownText.of(parser.lastEventId(), SHOWN_CHARACTERS);
    }

    private void problem(String cause) {
        sink.problem("reading an order update", cause, "It was skipped; the next one is read.");
    }
}
