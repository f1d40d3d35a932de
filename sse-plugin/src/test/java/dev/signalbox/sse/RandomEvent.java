package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The data of an event as a server might send it: mostly as it should be, often with something unusual, now and then
 * broken. Few different texts, so that names meet again.
 */
final class RandomEvent {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "ORD-1001",
            "ORD-1002",
            "state",
            "SHIPPED",
            "CANCELLED",
            "PROCESSING",
            "COMPLETED",
            "FAILED",
            "orderUpdates",
            "1234567",
            "12345678",
            "123456789",
            "123456789012345",
            "1234567890123456",
            "12345678901234567",
            "a message that is longer than two dozen bytes",
            "12345678901234567890123456789012345678901234567",
            "123456789012345678901234567890123456789012345678",
            "1234567890123456789012345678901234567890123456789",
            "a message that is far longer than what the decoder keeps, so that it has to be made each time",
            "Grüße €",
            "\uD83D\uDE00",
            "\\n\\t\\\"\\\\\\/",
            "\\u0041\\u00e9",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\u007f{}[]:,",
            "\\u0000",
            "\\x",
            "\n",
            "\0");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-12",
            "12.50",
            "01",
            "-0.5",
            "1.",
            "12345678901234567890",
            "[]",
            "{}",
            "[1,{\"state\":[]}]",
            "nul",
            "",
            "-");
    private static final List<String> FIELDS = List.of("state", "status", "message", "orderId", "x");

    private final Random random;

    private RandomEvent(Random random) {
        this.random = random;
    }

    static byte[] of(Random random) {
        return new RandomEvent(random).bytes();
    }

    private byte[] bytes() {
        byte[] bytes = message().getBytes(UTF_8);
        while (chance(8) && bytes.length > 0) {
            bytes = broken(bytes);
        }
        return bytes;
    }

    private byte[] broken(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            default -> bytes[at] = (byte) "\"\\{}[]:, \n0e".charAt(random.nextInt(12));
        }
        return bytes;
    }

    private String message() {
        if (chance(20)) {
            return value();
        }
        StringBuilder fields = new StringBuilder();
        if (chance(8)) {
            fields.append(name(text())).append(value()).append(space()).append(',');
        }
        fields.append(name("orderUpdates")).append(chance(20) ? value() : orders());
        if (chance(8)) {
            fields.append(',').append(name(text())).append(value());
        }
        return space() + "{" + fields + space() + "}" + space();
    }

    private String orders() {
        StringBuilder orders = new StringBuilder("{");
        int count = chance(20) ? 40 : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String id = chance(4) ? text() : "ORD-" + random.nextInt(10_000);
            orders.append(i == 0 ? "" : ",").append(name(id)).append(chance(30) ? value() : order());
        }
        return orders.append(space()).append('}').toString();
    }

    private String order() {
        StringBuilder order = new StringBuilder("{");
        int fields = random.nextInt(4);
        int first = random.nextInt(3);
        for (int i = 0; i < fields; i++) {
            String field = chance(15) ? FIELDS.get(random.nextInt(FIELDS.size())) : FIELDS.get((first + i) % 3);
            order.append(i == 0 ? "" : ",").append(name(field));
            order.append(chance(12) ? value() : "\"" + text() + "\"");
        }
        return order.append(space()).append('}').toString();
    }

    private String name(String name) {
        return space() + "\"" + name + "\"" + space() + ":" + space();
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private String text() {
        // a text with something wrong in it makes the whole event unreadable, so these are rare
        return TEXTS.get(random.nextInt(chance(10) ? TEXTS.size() : TEXTS.size() - 4));
    }

    private String space() {
        return chance(20) ? List.of(" ", "\n", "\r\n\t ").get(random.nextInt(3)) : "";
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
