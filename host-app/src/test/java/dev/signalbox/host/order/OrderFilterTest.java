package dev.signalbox.host.order;

import static dev.signalbox.host.order.Orders.failed;
import static dev.signalbox.host.order.Orders.moving;
import static dev.signalbox.host.order.Orders.order;
import static dev.signalbox.host.order.Orders.shipped;
import static dev.signalbox.host.order.Orders.watch;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.signalbox.api.ConsoleEvent;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFilterTest {
    private final OrderBook book = new OrderBook();

    @Test
    void showsAllWithoutWords() {
        assertThat(filter(QuickFilter.ALL, "  ").showsAll()).isTrue();
        assertThat(filter(QuickFilter.FAILED, "").showsAll()).isFalse();
        assertThat(filter(QuickFilter.ALL, "x").showsAll()).isFalse();
    }

    @Test
    void everyWordMustOccurSomewhereInTheRowWhateverItsCase() {
        have(moving("ORD-12", "Picked in Hall B"), moving("ORD-13", "Packed"));

        assertThat(shown(QuickFilter.ALL, "ord-12 HALL progress")).containsExactly("ORD-12");
        assertThat(shown(QuickFilter.ALL, "ord-13 hall")).isEmpty();
        assertThat(shown(QuickFilter.ALL, Orders.SOURCE)).containsExactly("ORD-12", "ORD-13");
    }

    @Test
    void noWordMatchesAcrossTwoCells() {
        have(order("s/x", "AB", "CD", "", ""));

        assertThat(shown(QuickFilter.ALL, "abcd")).isEmpty();
    }

    @Test
    void seesTheNewTextsAfterAnUpdate() {
        have(moving("A", "before"));
        assertThat(shown(QuickFilter.ALL, "before")).containsExactly("A");

        have(moving("A", "after"));
        assertThat(shown(QuickFilter.ALL, "before")).isEmpty();
        assertThat(shown(QuickFilter.ALL, "after")).containsExactly("A");
    }

    @Test
    void findsRowsWithoutAnUpdateByWhatTheirStatusSays() {
        have(moving("A", ""), watch("B"));

        assertThat(shown(QuickFilter.ALL, "No update")).containsExactly("B");
    }

    @Test
    void aFieldIsLookedForInThatFieldOnly() {
        have(moving("FAILED-1", "failed once"), failed("B"), watch("C"));

        assertThat(shown(QuickFilter.ALL, "status:failed")).containsExactly("B");
        assertThat(shown(QuickFilter.ALL, "id:failed")).containsExactly("FAILED-1");
        assertThat(shown(QuickFilter.ALL, "-status:failed")).containsExactly("FAILED-1", "C");
        assertThat(shown(QuickFilter.ALL, "status:\"no update\"")).containsExactly("C");
    }

    @Test
    void aStatusThatTheTableSaysInItsOwnWordsIsFoundByThem() {
        have(order("s/x", "A", "PROCESSING", " ", ""), moving("B", "no status"));
        Search search = Search.read("status:\"no status\"");
        OrderFilter filter =
                new OrderFilter(QuickFilter.ALL, (SearchQuery) search, new StatusWords("no update yet", "no status"));

        assertThat(book.rows().stream().filter(filter::matches).map(OrderRow::id))
                .containsExactly("A");
    }

    @Test
    void aPhraseIsFoundAsItStandsAndAnExcludedWordNowhere() {
        have(moving("A", "Hall B"), moving("B", "hall  b"));

        assertThat(shown(QuickFilter.ALL, "\"hall b\"")).containsExactly("A");
        assertThat(shown(QuickFilter.ALL, "hall -\"hall b\"")).containsExactly("B");
        assertThat(shown(QuickFilter.ALL, "-hall")).isEmpty();
    }

    @Test
    void askingARowMakesNothing() {
        have(moving("ORD-12", "Picked in Hall B, größer"), watch("ORD-13"));
        OrderFilter filter = filter(QuickFilter.ALL, "ord status:progress -\"hall c\" GRÖSSER");
        assertThat(ManagementFactory.getThreadMXBean()).isInstanceOf(ThreadMXBean.class);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OrderRow first = book.rows().get(0);
        OrderRow second = book.rows().get(1);
        int found = 0;
        filter.matches(first);
        filter.matches(second);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            found += filter.matches(first) || filter.matches(second) ? 1 : 0;
        }
        long made = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(found).isZero();
        // A few bytes may be the machine's own, such as for measuring.
        assertThat(made).isLessThan(10_000);
    }

    @Test
    void quickFiltersShowTheirKind() {
        have(moving("A", ""), shipped("B"), failed("C"), order("s/x", "D", "PROCESSING", "FAILED", ""), watch("E"));

        assertThat(shown(QuickFilter.ALL, "")).containsExactly("A", "B", "C", "D", "E");
        assertThat(shown(QuickFilter.MOVING, "")).containsExactly("A");
        assertThat(shown(QuickFilter.SETTLED, "")).containsExactly("B", "C");
        assertThat(shown(QuickFilter.FAILED, "")).containsExactly("C", "D");
        assertThat(shown(QuickFilter.FAILED, "refused")).containsExactly("C");
    }

    private void have(ConsoleEvent... events) {
        book.apply(List.of(events));
    }

    private List<String> shown(QuickFilter quick, String search) {
        OrderFilter filter = filter(quick, search);
        return book.rows().stream().filter(filter::matches).map(OrderRow::id).toList();
    }

    private static OrderFilter filter(QuickFilter quick, String search) {
        return OrderFilter.of(quick, search, "no update yet");
    }
}
