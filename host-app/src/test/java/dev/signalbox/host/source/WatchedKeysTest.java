package dev.signalbox.host.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.Notice;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.WhenSettled;
import dev.signalbox.api.WorkRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchedKeysTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SOURCE = "test/s";

    private final AtomicInteger most = new AtomicInteger(100);
    private final WatchedKeys watched = new WatchedKeys(SOURCE, most::get);

    @Test
    void aListOfWhichEverythingPassesIsNotCopied() {
        List<SourceEvent> events = List.of(order("ORD-1", false), notice(), order("ORD-2", true));

        WatchedKeys.Sifted sifted = watched.sift(events);

        assertThat(sifted.followed()).isSameAs(events);
        assertThat(sifted.outside()).isZero();
    }

    @Test
    void whatIsOutsideIsLeftOutAndTheRestStaysInItsOrder() {
        watched.bound(OrderEvent.TOPIC, Set.of("ORD-1", "ORD-2"), WhenSettled.CLOSE, NOON);
        OrderEvent first = order("ORD-1", false);
        OrderEvent strange = order("ORD-8", false);
        OrderEvent failedStrange = order("ORD-9", true);
        OrderEvent second = order("ORD-2", false);
        Notice notice = notice();

        WatchedKeys.Sifted sifted = watched.sift(List.of(first, strange, notice, failedStrange, second));

        assertThat(sifted.followed()).isEqualTo(List.of(first, notice, second));
        assertThat(sifted.outside()).isEqualTo(2);
        assertThat(sifted.failedOutside()).containsExactly(failedStrange);
    }

    @Test
    void anEventThatComesAgainAfterItsRowWasRemovedIsOutside() {
        watched.bound(OrderEvent.TOPIC, Set.of("ORD-1", "ORD-2"), WhenSettled.CLOSE, NOON);
        OrderEvent event = order("ORD-1", false);
        WorkRemoved removed = new WorkRemoved(SOURCE, OrderEvent.TOPIC, "ORD-1", NOON);

        WatchedKeys.Sifted sifted = watched.sift(List.of(event, removed, event));

        assertThat(sifted.followed()).isEqualTo(List.of(event, removed));
        assertThat(sifted.outside()).isEqualTo(1);
    }

    @Test
    void aNoticeBeginsNoWatch() {
        watched.sift(List.of(notice()));
        watched.sift(List.of(order("ORD-1", false)));
        watched.takeSeenAsWhole();
        watched.sift(List.of(settled("ORD-1")));

        assertThat(watched.done()).isTrue();
    }

    @Test
    void howManyKeysAnOpenWatchRemembersIsAskedWhenItBegins() {
        most.set(2);
        watched.sift(List.of(order("ORD-1", false)));
        most.set(100);
        watched.sift(List.of(order("ORD-2", false), order("ORD-3", false)));

        assertThat(watched.total()).isEqualTo(2);
    }

    private static OrderEvent order(String id, boolean failed) {
        return new OrderEvent(SOURCE, id, "PROCESSING", failed ? "FAILED" : "IN_PROGRESS", "", false, failed, NOON);
    }

    private static OrderEvent settled(String id) {
        return new OrderEvent(SOURCE, id, "SHIPPED", "COMPLETED", "", true, false, NOON);
    }

    private static Notice notice() {
        return new Notice(SOURCE, "news", "A title", "", NOON);
    }
}
