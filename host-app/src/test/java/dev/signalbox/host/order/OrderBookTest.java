package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.NOON;
import static dev.signalbox.host.order.Orders.failed;
import static dev.signalbox.host.order.Orders.key;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.order;
import static dev.signalbox.host.order.Orders.removed;
import static dev.signalbox.host.order.Orders.shipped;
import static dev.signalbox.host.order.Orders.watch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.WorkUpdate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final OrderBook book = new OrderBook();

    @Test
    void mergesAnUpdateIntoItsRowByReplacingTheFields() {
        apply(order("a/x", "ORD-1", "PROCESSING", "IN_PROGRESS", "Picked"));
        BookChange change = apply(order("a/x", "ORD-1", "SHIPPED", "COMPLETED", ""));

        assertThat(change.inserted()).isEmpty();
        assertThat(ids(change.changed())).containsExactly("ORD-1");
        OrderRow row = book.rows().get(0);
        assertThat(List.of(row.state(), row.status(), row.message())).containsExactly("SHIPPED", "COMPLETED", "");
    }

    @Test
    void keepsRowsOfTheSameKeyApartBySourceAndTopic() {
        apply(order("a/x", "7", "", "", ""), order("b/x", "7", "", "", ""), WorkUpdate.done("a/x", "jobs", "7", ""));

        assertThat(book.rows()).hasSize(3);
        assertThat(book.sources()).containsExactly("a/x", "b/x");
        assertThat(book.topics()).containsExactly("jobs", "orders");
    }

    @Test
    void keepsUnknownTextsAsTheyCame() {
        apply(order("a/x", "ORD-1", "lost in Space", "On Hold", "<html>"));

        OrderRow row = book.rows().get(0);
        assertThat(row.state()).isEqualTo("lost in Space");
        assertThat(row.status()).isEqualTo("On Hold");
        assertThat(row.meaning()).isEqualTo(Meaning.UNKNOWN);
    }

    @Test
    void addsARowWithoutAnUpdateForEachWatchedKeyThatHasNotMoved() {
        apply(moving("ORD-2", ""));
        BookChange change = apply(watch("ORD-10", "ORD-2", "ORD-9"));

        assertThat(ids(change.inserted())).containsExactly("ORD-9", "ORD-10");
        assertThat(book.rows().get(1).meaning()).isEqualTo(Meaning.QUIET);
        assertThat(book.counts()).isEqualTo(new OrderCounts(3, 1, 0, 0, 2));
    }

    @Test
    void aWatchedRowMovesWithItsFirstUpdate() {
        apply(watch("ORD-1"));
        apply(shipped("ORD-1"));

        assertThat(book.counts()).isEqualTo(new OrderCounts(1, 0, 1, 0, 0));
    }

    @Test
    void removesARowAndClosesTheGap() {
        apply(moving("A", ""), moving("B", ""), moving("C", ""));
        BookChange change = apply(removed("B"), removed("unknown"));

        assertThat(ids(change.removed())).containsExactly("B");
        assertThat(change.firstRemoved()).isEqualTo(1);
        assertThat(ids(book.rows())).containsExactly("A", "C");
        assertThat(book.rows().get(1).index()).isEqualTo(1);
        assertThat(book.find(key("B"))).isEmpty();
    }

    @Test
    void saysThatRemovedRowsWereNotNeighbours() {
        apply(moving("A", ""), moving("B", ""), moving("C", ""));

        assertThat(apply(removed("A"), removed("C")).firstRemoved()).isEqualTo(-1);
    }

    @Test
    void aRowThatCameAndWentInOneBatchIsInNoList() {
        assertThat(apply(moving("A", ""), removed("A")).isEmpty()).isTrue();
        assertThat(book.rows()).isEmpty();
    }

    @Test
    void aRowRemovedAndBackInOneBatchIsANewRow() {
        apply(moving("A", "old"));
        BookChange change = apply(removed("A"), watch("A"));

        assertThat(ids(change.removed())).containsExactly("A");
        assertThat(ids(change.inserted())).containsExactly("A");
        assertThat(book.rows().get(0).moved()).isFalse();
    }

    @Test
    void saysOfEachRowOnceWhatABatchDid() {
        BookChange change = apply(moving("A", "1"), moving("A", "2"), moving("B", ""), moving("A", "3"));

        assertThat(ids(change.inserted())).containsExactly("A", "B");
        assertThat(change.changed()).isEmpty();
    }

    @Test
    void anEventThatTheRowAlreadyShowsChangesNothing() {
        apply(moving("A", "1"));

        assertThat(apply(moving("A", "1")).isEmpty()).isTrue();
    }

    @Test
    void aRepeatLeavesTheTimeOfTheChangeAloneUnlessThereIsProgress() {
        Instant later = NOON.plusSeconds(60);
        apply(moving("A", "same"), moving("A", "same", later));
        assertThat(book.rows().get(0).updated()).isEqualTo(NOON);

        apply(WorkUpdate.moving("s/x", "jobs", "J", "same"));
        Instant first = book.rows().get(1).updated();
        apply(WorkUpdate.moving("s/x", "jobs", "J", "same").withProgress(0.5));
        assertThat(book.rows().get(1).updated()).isAfterOrEqualTo(first);
        assertThat(book.rows().get(1).latest().orElseThrow().progress()).hasValue(0.5);
    }

    @Test
    void countsAFailedOrderAsSettledOnlyWhenItIs() {
        apply(failed("A"), order("a/x", "B", "PROCESSING", "FAILED", ""), shipped("C"), moving("D", ""));

        assertThat(book.counts()).isEqualTo(new OrderCounts(4, 1, 2, 2, 0));
    }

    @Test
    void anOrderThatMovesAgainIsNoLongerCountedAsFailed() {
        apply(failed("A"));
        apply(moving("A", "second try"));

        assertThat(book.counts()).isEqualTo(new OrderCounts(1, 1, 0, 0, 0));
    }

    private BookChange apply(ConsoleEvent... batch) {
        return book.apply(List.of(batch));
    }

    private static List<String> ids(List<OrderRow> rows) {
        return rows.stream().map(OrderRow::id).toList();
    }
}
