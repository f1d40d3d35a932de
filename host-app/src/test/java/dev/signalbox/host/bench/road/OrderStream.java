package dev.signalbox.host.bench.road;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes orders as an event stream in HTTP chunks, a chunk for each message. The orders take turns in an order that looks
 * like none, so that updates are spread over the whole table and no message has an order twice.
 */
final class OrderStream {
    /** Prime, and so without a common divisor with any number of orders this is used with. */
    private static final int STRIDE = 7_919;

    private static final int CHUNK_LENGTH_DIGITS = 4;
    private static final int MOST_BYTES_PER_ORDER = 160;
    private static final int MOST_DIGITS = 20;

    private final int orders;
    private final int ordersPerMessage;
    private final byte[][] beginnings;
    private final Map<OrderStep, byte[]> middles = new EnumMap<>(OrderStep.class);
    private final long[] lastNumber;
    private final long[] lastNanos;
    private final byte[] buffer;
    private final byte[] digits = new byte[MOST_DIGITS];
    private int length;
    private long updates;
    private long messages;

    OrderStream(int orders, int ordersPerMessage, int bufferBytes) {
        if (orders % STRIDE == 0 || ordersPerMessage > orders) {
            throw new IllegalArgumentException(
                    orders + " orders cannot take turns, " + ordersPerMessage + " at a time");
        }
        this.orders = orders;
        this.ordersPerMessage = ordersPerMessage;
        this.beginnings = new byte[orders][];
        this.lastNumber = new long[orders];
        this.lastNanos = new long[orders];
        this.buffer = new byte[bufferBytes + ordersPerMessage * MOST_BYTES_PER_ORDER + MOST_BYTES_PER_ORDER];
        for (int i = 0; i < orders; i++) {
            beginnings[i] = ascii("\"" + id(i) + "\":{\"state\":\"");
        }
        for (OrderStep step : OrderStep.values()) {
            middles.put(step, ascii(step.state() + "\",\"status\":\"" + step.status() + "\",\"message\":\""));
        }
    }

    /** Appends a message to what waits to be written. */
    void append(long nowNanos) {
        int chunk = length;
        length += CHUNK_LENGTH_DIGITS + 2;
        put(ID);
        put(++messages);
        put(DATA);
        for (int i = 0; i < ordersPerMessage; i++) {
            if (i > 0) {
                buffer[length++] = ',';
            }
            putOrder(nowNanos);
        }
        put(END);
        putLength(chunk, length - chunk - CHUNK_LENGTH_DIGITS - 2);
        buffer[length++] = '\r';
        buffer[length++] = '\n';
    }

    int waiting() {
        return length;
    }

    void flush(OutputStream out) throws IOException {
        out.write(buffer, 0, length);
        out.flush();
        length = 0;
    }

    /** What was last said of each order. */
    List<LastWord> lastWords() {
        List<LastWord> words = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            if (lastNumber[order] > 0) {
                OrderStep step = OrderStep.of(order, (lastNumber[order] - 1) / orders);
                words.add(new LastWord(
                        id(order), step.state(), step.status(), new Stamp(lastNumber[order], lastNanos[order]).text()));
            }
        }
        return words;
    }

    private static final byte[] ID = ascii("id: ");
    private static final byte[] DATA = ascii("\ndata: {\"orderUpdates\":{");
    private static final byte[] END = ascii("}}\n\n");
    private static final byte[] ORDER_END = ascii("\"}");

    private void putOrder(long nowNanos) {
        int order = (int) (updates * STRIDE % orders);
        OrderStep step = OrderStep.of(order, updates / orders);
        updates++;
        lastNumber[order] = updates;
        lastNanos[order] = nowNanos;
        put(beginnings[order]);
        put(middles.getOrDefault(step, END));
        put(updates);
        buffer[length++] = ' ';
        put(nowNanos);
        put(ORDER_END);
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void put(long number) {
        int from = MOST_DIGITS;
        long left = number;
        do {
            digits[--from] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        System.arraycopy(digits, from, buffer, length, MOST_DIGITS - from);
        length += MOST_DIGITS - from;
    }

    private void putLength(int at, int bytes) {
        for (int i = 0; i < CHUNK_LENGTH_DIGITS; i++) {
            buffer[at + i] = (byte) Character.forDigit(bytes >> (4 * (CHUNK_LENGTH_DIGITS - 1 - i)) & 0xF, 16);
        }
        buffer[at + CHUNK_LENGTH_DIGITS] = '\r';
        buffer[at + CHUNK_LENGTH_DIGITS + 1] = '\n';
    }

    private static String id(int order) {
        return "ORD-" + (100_000 + order);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
