package dev.signalbox.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.api.OrderEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderDecoderTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final OrderDecoder decoder = new OrderDecoder(
            "sse/orders",
            new SettledRule(Set.of("SHIPPED", "CANCELLED"), Set.of("COMPLETED", "FAILED")),
            new DecoderLimits(2_000, 5, 20));
    private final List<OrderEvent> orders = new ArrayList<>();

    @Test
    void readsTheOrdersOfAnUpdateInTheirOrder() throws Exception {
        assertThat(decode("""
                {"orderUpdates":{"ORD-1":{"state":"PROCESSING","status":"IN_PROGRESS","message":"Picking"},
                                 "ORD-2":{"state":"SHIPPED","status":"COMPLETED","message":"Left"}}}""")).isTrue();
        assertThat(orders)
                .containsExactly(
                        new OrderEvent("sse/orders", "ORD-1", "PROCESSING", "IN_PROGRESS", "Picking", false, false, AT),
                        new OrderEvent("sse/orders", "ORD-2", "SHIPPED", "COMPLETED", "Left", true, false, AT));
    }

    @Test
    void anOrderIsSettledByStateAndStatusTogether() throws Exception {
        decode("""
                {"orderUpdates":{"a":{"state":"SHIPPED","status":"IN_PROGRESS"},"b":{"state":"PROCESSING","status":"COMPLETED"},
                "c":{"state":"CANCELLED","status":"FAILED"}}}""");
        assertThat(orders).extracting(OrderEvent::settled).containsExactly(false, false, true);
    }

    @Test
    void anOrderFailedWhenItsStatusSaysSoWhateverItsState() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{\"state\":\"PROCESSING\",\"status\":\"FAILED\"}}}");
        assertThat(orders).singleElement().matches(OrderEvent::failed).matches(order -> !order.settled());
    }

    @Test
    void missingAndNullFieldsAreEmptyTexts() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{\"state\":null}}}");
        assertThat(orders).containsExactly(new OrderEvent("sse/orders", "a", "", "", "", false, false, AT));
    }

    @Test
    void otherScalarsAreTheirText() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{\"state\":12.50,\"status\":true,\"message\":1e3}}}");
        assertThat(orders).containsExactly(new OrderEvent("sse/orders", "a", "12.50", "true", "1e3", false, false, AT));
    }

    @Test
    void unknownFieldsAreIgnoredAtEveryLevel() throws Exception {
        decode(
                "{\"v\":[1,{\"orderUpdates\":1}],\"orderUpdates\":{\"a\":{\"x\":{\"state\":\"no\"},\"state\":\"S\"}},\"w\":{}}");
        assertThat(orders).extracting(OrderEvent::state).containsExactly("S");
    }

    @Test
    void anOrderNamedTwiceIsUnreadable() {
        assertThatThrownBy(() -> decode("{\"orderUpdates\":{\"a\":{\"state\":\"1\"},\"a\":{\"state\":\"2\"}}}"))
                .isInstanceOf(UnreadableOrdersException.class)
                .hasMessage("it names a twice");
        assertThat(orders).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderUpdates\":{\"a\":{\"state\":\"1\",\"state\":\"1\"}}}",
                "{\"orderUpdates\":{\"a\":{\"status\":null,\"status\":\"1\"}}}",
                "{\"orderUpdates\":{\"a\":{\"message\":\"\",\"x\":1,\"message\":\"1\"}}}",
                "{\"orderUpdates\":{\"a\":{\"x\":1,\"x\":2}}}",
                "{\"orderUpdates\":{\"a\":{}},\"orderUpdates\":{\"b\":{}}}",
                "{\"orderUpdates\":{\"a\":{}},\"v\":{\"x\":1,\"x\":2}}"
            })
    void aFieldNamedTwiceMakesTheEventUnreadable(String json) {
        assertThatThrownBy(() -> decode(json))
                .isInstanceOf(UnreadableOrdersException.class)
                .hasMessageMatching("it names \\w+ twice");
        assertThat(orders).isEmpty();
    }

    @Test
    void idsThatOnlyDifferInMalformedBytesAreTheSame() {
        byte[] bytes = "{\"orderUpdates\":{\"1\":{},\"2\":{}}}".getBytes(UTF_8);
        bytes[new String(bytes, UTF_8).indexOf('1')] = (byte) 0xFE;
        bytes[new String(bytes, UTF_8).indexOf('2')] = (byte) 0xFF;
        assertThatThrownBy(() -> decoder.decodeUpdate(bytes, 0, bytes.length, AT, orders))
                .hasMessage("it names \uFFFD twice");
    }

    @Test
    void theSameOrderInTwoEventsIsNoDuplicate() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{\"state\":\"1\"}}}");
        decode("{\"orderUpdates\":{\"a\":{\"state\":\"2\"}}}");
        assertThat(orders).extracting(OrderEvent::state).containsExactly("1", "2");
    }

    @Test
    void anOrderIdFieldOfAnyKindIsIgnoredInAnUpdate() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{\"orderId\":{\"state\":\"no\"},\"state\":\"S\"}}}");
        assertThat(orders).extracting(OrderEvent::orderId, OrderEvent::state).containsExactly(tuple("a", "S"));
    }

    @Test
    void bytesThatLookLikeAnotherEncodingAreNoSignOfOne() throws Exception {
        byte[] wide = "{}".getBytes(StandardCharsets.UTF_16BE);
        assertThatThrownBy(() -> decoder.decodeUpdate(wide, 0, wide.length, AT, orders))
                .isInstanceOf(UnreadableOrdersException.class);
        decode("{\"v\":[],\"orderUpdates\":{\"a\":{}}}");
        assertThat(orders).extracting(OrderEvent::orderId).containsExactly("a");
    }

    @Test
    void valuesThatRepeatAreTheSameInstance() throws Exception {
        decode(
                "{\"orderUpdates\":{\"a\":{\"state\":\"S\",\"message\":\"M\"},\"b\":{\"state\":\"S\",\"message\":\"M\"}}}");
        assertThat(orders.get(0).state()).isSameAs(orders.get(1).state());
        assertThat(orders.get(0).message()).isSameAs(orders.get(1).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"other\":{\"a\":1}}", "[1,[2]]", "12", "\"orderUpdates\"", "null", "", "  "})
    void jsonWithoutOrderUpdatesHoldsNone(String json) throws Exception {
        assertThat(decode(json)).isFalse();
        assertThat(orders).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderUpdates\":null}",
                "{\"orderUpdates\":[]}",
                "{\"orderUpdates\":{\"a\":1}}",
                "{\"orderUpdates\":{\"a\":null}}",
                "{\"orderUpdates\":{\"good\":{},\"a\":{\"state\":{}}}}",
                "{\"orderUpdates\":{\"good\":{},\"a\":{\"message\":[]}}}",
                "{\"orderUpdates\":{\"good\":{}}",
                "{\"orderUpdates\":{\"good\":{}}} x",
                "{\"orderUpdates\":{\"good\":{}}}{}",
                "{\"orderUpdates\":{\"good\":{}}}}",
                "not json",
                "{'a':1}",
                "1 2"
            })
    void whatCannotBeReadGivesNoneOfItsOrdersAndTheNextEventIsRead(String json) throws Exception {
        assertThatThrownBy(() -> decode(json)).isInstanceOf(UnreadableOrdersException.class);
        assertThat(orders).isEmpty();
        decode("{\"orderUpdates\":{\"next\":{}}}");
        assertThat(orders).extracting(OrderEvent::orderId).containsExactly("next");
    }

    @Test
    void aTruncatedEventDoesNotEatTheNext() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{}}}");
        assertThatThrownBy(() -> decode("{\"orderUpdates\":{\"b\":{\"state\":\"x"))
                .isInstanceOf(UnreadableOrdersException.class)
                .hasMessage("the JSON ends too early");
        decode("{\"orderUpdates\":{\"c\":{}}}");
        assertThat(orders).extracting(OrderEvent::orderId).containsExactly("a", "c");
    }

    @Test
    void theSliceIsReadAndNothingAroundIt() throws Exception {
        byte[] bytes = "}}{\"orderUpdates\":{\"a\":{}}}{\"orderUpdates\":{\"b\":{}}}".getBytes(UTF_8);
        assertThat(decoder.decodeUpdate(bytes, 2, 25, AT, orders)).isTrue();
        assertThat(orders).extracting(OrderEvent::orderId).containsExactly("a");
    }

    @Test
    void malformedUtf8IsAReplacementCharacterAndNoLoss() throws Exception {
        byte[] bytes = "{\"orderUpdates\":{\"a\":{\"message\":\"x?y\"}}}".getBytes(UTF_8);
        bytes[new String(bytes, UTF_8).indexOf('?')] = (byte) 0xFF;
        decoder.decodeUpdate(bytes, 0, bytes.length, AT, orders);
        assertThat(orders).extracting(OrderEvent::message).containsExactly("x\uFFFDy");
    }

    /** The second form is not plain, so that the JSON parser has to read it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"v\":[],"})
    void aHundredThousandIdsAndLongEventsAreReadByOneDecoder(String before) throws Exception {
        for (int i = 0; i < 600_000; i += 2_000) {
            StringBuilder event = new StringBuilder("{" + before + "\"orderUpdates\":{");
            for (int j = i; j < i + 2_000; j++) {
                event.append(j == i ? "" : ",")
                        .append("\"ORD-")
                        .append(j)
                        .append("\":{\"state\":\"S")
                        .append(j)
                        .append("\"}");
            }
            orders.clear();
            decode(event.append("}}").toString());
            assertThat(orders).hasSize(2_000);
            assertThat(orders.get(1_999).orderId()).isEqualTo("ORD-" + (i + 1_999));
            assertThat(orders.get(1_999).state()).isEqualTo("S" + (i + 1_999));
        }
    }

    @Test
    void anEventWithMoreOrdersThanAllowedGivesNone() throws Exception {
        String allowed = updates(2_000);
        assertThat(decode(allowed)).isTrue();
        assertThat(orders).hasSize(2_000);
        orders.clear();
        assertSkipped(updates(2_001), "it holds more than 2000 orders");
    }

    @Test
    void aSnapshotMayHoldMoreOrdersThanAnEvent() throws Exception {
        snapshot(updates(2_001));
        assertThat(orders).hasSize(2_001);
    }

    @Test
    void whatIsNestedDeeperThanAllowedIsSkippedEvenInFieldsNobodyReads() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{\"x\":[[]]}}}");
        orders.clear();
        assertSkipped("{\"orderUpdates\":{\"a\":{\"x\":[[[]]]}}}", "it is nested deeper than 5 levels");
        assertSkipped("{\"orderUpdates\":{},\"x\":[[[[[]]]]]}", "it is nested deeper than 5 levels");
    }

    @Test
    void aTextLongerThanAllowedLosesItsEventOnly() throws Exception {
        decode("{\"orderUpdates\":{\"a\":{\"message\":\"01234567890123456789\"}}}");
        orders.clear();
        for (int length : new int[] {21, 300, 5_000, 200_000}) {
            assertSkipped(
                    "{\"orderUpdates\":{\"a\":{\"message\":\"" + "x".repeat(length) + "\"}}}",
                    "a text in it has more than 20 characters");
        }
    }

    @Test
    void anIdLongerThanAllowedLosesItsEventOnly() throws Exception {
        for (int length : new int[] {21, 300, 5_000}) {
            assertSkipped(
                    "{\"orderUpdates\":{\"" + "x".repeat(length) + "\":{}}}",
                    "a text in it has more than 20 characters");
        }
    }

    @Test
    void aSnapshotIsAnArrayOfOrders() throws Exception {
        snapshot("[{\"orderId\":\"a\",\"state\":\"S\"},{\"state\":\"T\",\"orderId\":7}]");
        assertThat(orders).extracting(OrderEvent::orderId).containsExactly("a", "7");
    }

    @Test
    void aSnapshotMayHaveTheFormOfAnEvent() throws Exception {
        snapshot("{\"orderUpdates\":{\"a\":{},\"b\":{}}}");
        assertThat(orders).extracting(OrderEvent::orderId).containsExactly("a", "b");
    }

    @Test
    void anEmptyArrayIsASnapshotOfNothing() throws Exception {
        snapshot("[]");
        assertThat(orders).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{}]", "[1]", "[{\"orderId\":\"a\"}", "[] []", "<html>"})
    void anythingElseIsNoSnapshot(String document) {
        assertThatThrownBy(() -> snapshot(document)).isInstanceOf(UnreadableOrdersException.class);
    }

    private void assertSkipped(String json, String reason) throws UnreadableOrdersException {
        assertThatThrownBy(() -> decode(json))
                .isInstanceOf(UnreadableOrdersException.class)
                .hasMessage(reason);
        assertThat(orders).isEmpty();
        decode("{\"orderUpdates\":{\"next\":{}}}");
        assertThat(orders).extracting(OrderEvent::orderId).containsExactly("next");
        orders.clear();
    }

    private static String updates(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + i + "\":{}")
                .collect(Collectors.joining(",", "{\"orderUpdates\":{", "}}"));
    }

    private boolean decode(String json) throws UnreadableOrdersException {
        byte[] bytes = json.getBytes(UTF_8);
        return decoder.decodeUpdate(bytes, 0, bytes.length, AT, orders);
    }

    private void snapshot(String json) throws UnreadableOrdersException {
        decoder.decodeSnapshot(json.getBytes(UTF_8), AT, orders);
    }
}
