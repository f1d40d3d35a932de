package dev.signalbox.sse.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** A block of events that is sent over and over, and what reading it must give. */
final class Payload {
    static final String PARSE_ONLY = "parse-only";
    static final List<String> CASES = List.of("2-orders", "1-order", "500-orders", "100k-ids", PARSE_ONLY);

    private static final List<String> STATES =
            List.of("PROCESSING", "PROCESSING", "PROCESSING", "SHIPPED", "CANCELLED");
    private static final List<String> STATUSES = List.of("IN_PROGRESS", "IN_PROGRESS", "COMPLETED", "FAILED");
    private static final List<String> MESSAGES = List.of(
            "Picking items",
            "Waiting for stock",
            "Packed",
            "Left the warehouse",
            "Out for delivery",
            "Delivered to the neighbour at number 12",
            "Card was declined",
            "Address could not be found",
            "Cancelled by the customer",
            "Checked at customs, 2 of 3 parcels");
    private static final int CHUNK_BYTES = 8 * 1024;
    private static final long SEED = 20_260_101;

    private final String name;
    private final byte[] body;
    private final byte[] chunked;
    private final int events;
    private final Tally expected;

    private Payload(String name, byte[] body, byte[] chunked, int events, Tally expected) {
        this.name = name;
        this.body = body;
        this.chunked = chunked;
        this.events = events;
        this.expected = expected;
    }

    static Payload of(String name) {
        return switch (name) {
            case "2-orders", PARSE_ONLY -> make(name, 20_000, 2, 2_000);
            case "1-order" -> make(name, 40_000, 1, 2_000);
            case "500-orders" -> make(name, 100, 500, 2_000);
            case "100k-ids" -> make(name, 50_000, 2, 100_000);
            default -> throw new IllegalArgumentException("There is no case " + name + "; there are " + CASES + ".");
        };
    }

    /** The events one after the other. */
    byte[] body() {
        return body;
    }

    /** The same in HTTP chunks, as large as the buffer of a server under load. */
    byte[] chunked() {
        return chunked;
    }

    int chunks() {
        return (body.length + CHUNK_BYTES - 1) / CHUNK_BYTES;
    }

    int events() {
        return events;
    }

    /** The sums over the whole block. */
    Tally expected() {
        return expected;
    }

    boolean parseOnly() {
        return name.equals(PARSE_ONLY);
    }

    private static Payload make(String name, int events, int ordersPerEvent, int ids) {
        Random random = new Random(SEED);
        Tally expected = new Tally(true);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int order = 0;
        for (int event = 0; event < events; event++) {
            StringBuilder data = new StringBuilder("{\"orderUpdates\":{");
            for (int i = 0; i < ordersPerEvent; i++) {
                String id = "ORD-" + (100_000 + order++ % ids);
                String state = any(STATES, random);
                String status = any(STATUSES, random);
                String message = any(MESSAGES, random);
                expected.order(id, state, status, message);
                data.append(i == 0 ? "\"" : ",\"").append(id);
                data.append("\":{\"state\":\"").append(state);
                data.append("\",\"status\":\"").append(status);
                data.append("\",\"message\":\"").append(message).append("\"}");
            }
            data.append("}}");
            expected.event(data.length(), data.charAt(data.length() / 2));
            byte[] bytes = ("data: " + data + "\n\n").getBytes(UTF_8);
            body.writeBytes(bytes);
        }
        return new Payload(name, body.toByteArray(), chunked(body.toByteArray()), events, expected);
    }

    private static byte[] chunked(byte[] body) {
        ByteArrayOutputStream chunked = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += CHUNK_BYTES) {
            int length = Math.min(CHUNK_BYTES, body.length - from);
            chunked.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
            chunked.write(body, from, length);
            chunked.writeBytes(new byte[] {'\r', '\n'});
        }
        return chunked.toByteArray();
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
