package dev.signalbox.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderJsonTest {
    private static final DemoOrder ONE = new DemoOrder("ORD-1", "PROCESSING", "IN_PROGRESS", "Picking");
    private static final DemoOrder TWO = new DemoOrder("ORD-2", "SHIPPED", "COMPLETED", "Gone");

    @Test
    void aSnapshotIsAnArrayOfOrders() {
        assertThat(TinyJson.parse(OrderJson.array(List.of(ONE, TWO))))
                .isEqualTo(List.of(
                        Map.of(
                                "orderId",
                                "ORD-1",
                                "state",
                                "PROCESSING",
                                "status",
                                "IN_PROGRESS",
                                "message",
                                "Picking"),
                        Map.of("orderId", "ORD-2", "state", "SHIPPED", "status", "COMPLETED", "message", "Gone")));
    }

    @Test
    void anEmptySnapshotIsAnEmptyArray() {
        assertThat(TinyJson.parse(OrderJson.array(List.of()))).isEqualTo(List.of());
    }

    @Test
    void anUpdateIsWrittenAsThePageShowsIt() {
        assertThat(OrderJson.updates(List.of(ONE, TWO)))
                .isEqualTo("{\"orderUpdates\":{"
                        + "\"ORD-1\":{\"state\":\"PROCESSING\",\"status\":\"IN_PROGRESS\",\"message\":\"Picking\"},"
                        + "\"ORD-2\":{\"state\":\"SHIPPED\",\"status\":\"COMPLETED\",\"message\":\"Gone\"}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say \"hello\"",
                "C:\\temp\\u0041",
                "one\ntwo\r\nthree\ttabbed",
                "bell \u0007, zero \u0000, delete \u007f, next line \u0085",
                "<html><img src=http://127.0.0.1:1/x>",
                "Gdańsk 東京 \uD83D\uDE80 \u2028",
                ""
            })
    void anyTextSurvivesAndStaysOnOneLine(String text) {
        DemoOrder order = new DemoOrder(text, text, text, text);
        String json = OrderJson.updates(List.of(order));
        assertThat(json).doesNotContain("\n", "\r");
        assertThat(TinyJson.parse(json))
                .isEqualTo(
                        Map.of("orderUpdates", Map.of(text, Map.of("state", text, "status", text, "message", text))));
        assertThat(TinyJson.parse(OrderJson.array(List.of(order))))
                .isEqualTo(List.of(Map.of("orderId", text, "state", text, "status", text, "message", text)));
    }

    @Test
    void halfASurrogatePairSurvivesUtf8() {
        String text = "high \uD83D, low \uDE80, swapped \uDE80\uD83D";
        String json = OrderJson.array(List.of(new DemoOrder("ORD-1", "", "", text)));
        String travelled = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(TinyJson.parse(travelled))
                .isEqualTo(List.of(Map.of("orderId", "ORD-1", "state", "", "status", "", "message", text)));
    }
}
