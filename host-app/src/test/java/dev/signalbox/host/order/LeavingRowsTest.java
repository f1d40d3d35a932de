package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.NOON;
import static dev.signalbox.host.order.Orders.key;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.host.export.FileFormat;
import dev.signalbox.host.export.Progress;
import dev.signalbox.host.export.ReadJson;
import dev.signalbox.host.export.Rfc4180;
import dev.signalbox.host.export.TextRows;
import dev.signalbox.host.ui.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows and histories as they leave the console. */
class LeavingRowsTest {
    private static final List<OrderColumn> COLUMNS =
            List.of(OrderColumn.MESSAGE, OrderColumn.ORDER, OrderColumn.STATUS, OrderColumn.UPDATED);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final HistoryWords words = new HistoryWords(
            Texts.of(OrderPanel.class), new LocalTimes(Orders.CLOCK, java.util.Locale.UK), Orders.CLOCK);

    @Test
    void copiedRowsAreLinesOfCellsThatNothingFromOutsideCanBreak() {
        assertThat(CopiedRows.of(
                                rows(moving("A", "one\ttwo\r\nthree"), Orders.watch("B")),
                                List.of(OrderColumn.ORDER, OrderColumn.STATUS, OrderColumn.MESSAGE),
                                Orders.words())
                        .text(new Progress()))
                .isEqualTo("A\tIN_PROGRESS\tone two three\nB\tno update yet\t");
    }

    @Test
    void noCopiedCellIsAFormula() {
        assertThat(CopiedRows.of(rows(moving("A", "\n=1+1")), List.of(OrderColumn.MESSAGE), Orders.words())
                        .text(new Progress()))
                .isEqualTo("' =1+1");
    }

    @Test
    void csvHasTheColumnsShownInTheirOrderAndTimesInFull() {
        List<List<String>> read =
                csv(rows(moving("A", "=cmd", NOON.plusNanos(123_456_789)), shipped("B"), Orders.watch("C")));

        assertThat(read)
                .containsExactly(
                        List.of("message", "order", "status", "updated"),
                        List.of("'=cmd", "A", "IN_PROGRESS", "2026-03-01T13:00:00.123+01:00"),
                        List.of("Handed over", "B", "COMPLETED", "2026-03-01T13:00:00+01:00"),
                        List.of("", "C", "", ""));
    }

    @Test
    void jsonHasTheSameFieldsAndNullForWhatIsNotKnown() {
        @Nullable Object read = json(rows(moving("A", "=cmd", NOON.plusNanos(123_456_789)), Orders.watch("C")));

        Map<String, @Nullable Object> unmoved = new java.util.LinkedHashMap<>();
        unmoved.put("message", null);
        unmoved.put("order", "C");
        unmoved.put("status", null);
        unmoved.put("updated", null);
        assertThat(read)
                .isEqualTo(List.of(
                        Map.of(
                                "message",
                                "=cmd",
                                "order",
                                "A",
                                "status",
                                "IN_PROGRESS",
                                "updated",
                                "2026-03-01T12:00:00.123456789Z"),
                        unmoved));
    }

    @Test
    void noRowsAreAnEmptyArrayAndALineOfNames() {
        assertThat(json(List.of())).isEqualTo(List.of());
        assertThat(csv(List.of())).hasSize(1);
    }

    @Test
    void aHundredThousandRowsAreReadBackFromBoth() {
        List<RowSnapshot> many = rows(IntStream.range(0, 100_000)
                .mapToObj(n -> moving("ORD-" + n, "m, \"" + n))
                .toArray(ConsoleEvent[]::new));

        assertThat(csv(many)).hasSize(100_001);
        assertThat(json(many))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(100_000);
    }

    @Property(tries = 300)
    void anyTextIsReadBackFromJson(@ForAll String text) {
        assertThat(json(rows(moving("A" + text, text))))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("message", text)
                .containsEntry("order", "A" + text);
    }

    @Test
    void aCopiedHistoryIsALineForEachStepTheNewestFirst() {
        List<RowChange> changes = history(
                moving("A", "one", NOON),
                moving("A", "one", NOON.plusMillis(300)),
                moving("A", "two\nlines\u202E", NOON.plusMillis(2_500)));

        assertThat(CopiedHistory.text(key("A"), changes, 12, words)).isEqualTo("""
                        A (sse/orders)
                        2026-03-01 12:00:02.500  +2.5 s  PROCESSING  IN_PROGRESS  two\\nlines\\u202e
                        2026-03-01 12:00:00.000  PROCESSING  IN_PROGRESS  one  (once, last at 12:00:00)
                        12 older changes were let go of.
                        """);
    }

    @Test
    void aCopiedHistoryIsReadBackFromJson() {
        List<RowChange> changes =
                history(moving("A", "\"one\"", NOON), moving("A", "\"one\"", NOON.plusSeconds(3)), shipped("A"));

        assertThat(ReadJson.of(CopiedHistory.json(key("A"), new RowHistory(changes, 5, false))))
                .isEqualTo(Map.of(
                        "source",
                        "sse/orders",
                        "topic",
                        "orders",
                        "key",
                        "A",
                        "olderLetGo",
                        5L,
                        "changes",
                        List.of(
                                change(
                                        "2026-03-01T12:00:00Z",
                                        "SHIPPED",
                                        "COMPLETED",
                                        "Handed over",
                                        0,
                                        "2026-03-01T12:00:00Z"),
                                change(
                                        "2026-03-01T12:00:00Z",
                                        "PROCESSING",
                                        "IN_PROGRESS",
                                        "\"one\"",
                                        1,
                                        "2026-03-01T12:00:03Z"))));
    }

    @Test
    void elapsedTimesAreWrittenInTheTwoLargestUnits() {
        assertThat(words.elapsed(java.time.Duration.ofMillis(7))).isEqualTo("+7 ms");
        assertThat(words.elapsed(java.time.Duration.ofMillis(59_940))).isEqualTo("+59.9 s");
        assertThat(words.elapsed(java.time.Duration.ofSeconds(61))).isEqualTo("+1 min 1 s");
        assertThat(words.elapsed(java.time.Duration.ofMinutes(125))).isEqualTo("+2 h 5 min");
        assertThat(words.elapsed(java.time.Duration.ofHours(49))).isEqualTo("+2 d 1 h");
        assertThat(words.elapsed(java.time.Duration.ofMillis(-20))).isEqualTo("−20 ms");
    }

    private static Map<String, Object> change(
            String at, String state, String status, String message, long repeats, String lastAt) {
        return Map.of(
                "at", at, "state", state, "status", status, "message", message, "repeats", repeats, "lastAt", lastAt);
    }

    private static List<RowChange> history(ConsoleEvent... events) {
        OrderHistory history = new OrderHistory();
        history.take(List.of(events));
        return history.changesOf(key("A"));
    }

    private static List<List<String>> csv(List<RowSnapshot> rows) {
        return Rfc4180.read(text(rows, FileFormat.CSV).substring(1));
    }

    private static @Nullable Object json(List<RowSnapshot> rows) {
        return ReadJson.of(text(rows, FileFormat.JSON));
    }

    private static String text(List<RowSnapshot> rows, FileFormat format) {
        TextRows text = new ExportedRows(rows, COLUMNS, ZONE).as(format);
        return text.text(new Progress());
    }

    private static List<RowSnapshot> rows(ConsoleEvent... events) {
        OrderBook book = new OrderBook();
        book.apply(List.of(events));
        return RowSnapshot.of(book.rows());
    }
}
