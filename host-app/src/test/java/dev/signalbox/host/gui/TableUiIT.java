package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.api.WorkRemoved;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of orders in the real console, with a feed that does not stop. */
class TableUiIT extends ConsoleUiTest {
    private static final String FEED = "test/feed";
    private static final int ORDERS = 300;

    private ConsolePage page;

    @BeforeEach
    void openWithOrders() throws Exception {
        page = open();
        page.publish(IntStream.range(0, ORDERS)
                .mapToObj(n -> order("ORD-" + n, n % 3 == 0 ? "NEW" : "PROCESSING", "step " + n % 7))
                .toArray(ConsoleEvent[]::new));
        page.quiesce();
        assertThat(page.orderIds()).hasSize(ORDERS);
    }

    @Test
    void aClickSortsAndAClickWithShiftSortsRowsAlikeFurther() {
        page.sortBy("State");
        eventually(() -> assertThat(page.sortedBy()).containsExactly("State ASCENDING"));
        page.sortAlsoBy("Message");
        eventually(() -> assertThat(page.sortedBy()).containsExactly("State ASCENDING", "Message ASCENDING"));

        List<List<String>> rows = page.rows();
        assertThat(rows).extracting(row -> row.get(1) + row.get(3)).isSorted();
        assertThat(rows.get(0)).startsWith("ORD-0", "NEW");
    }

    @Test
    void selectionAndSortHoldWhileTheFeedRuns() throws Exception {
        page.sortBy("Message");
        page.selectOrder("ORD-17");
        feed(400);

        assertThat(page.selectedOrders()).containsExactly("ORD-17");
        assertThat(page.rows()).extracting(row -> row.get(3)).isSorted();
    }

    @Test
    void whatTheOperatorLooksAtStaysWhileRowsComeAndGoAboveIt() throws Exception {
        page.scrollTo("ORD-200");
        int before = page.heightOnScreen("ORD-201");
        for (int i = 0; i < 60; i++) {
            page.publish(order("ORD-100-" + i, "NEW", "came"), gone("ORD-" + i), order("ORD-999" + i, "NEW", "below"));
            if (i % 20 == 0) {
                page.quiesce();
            }
        }
        page.publish(order("ORD-50-a", "NEW", "came"), order("ORD-50-b", "NEW", "came"));
        page.quiesce();

        assertThat(page.orderIds()).hasSize(ORDERS + 62).contains("ORD-100-59").doesNotContain("ORD-59");
        assertThat(page.heightOnScreen("ORD-201")).isEqualTo(before);
    }

    @Test
    void newRowsShowThemselvesInAViewAtTheTop() throws Exception {
        page.selectOrder("ORD-2");
        page.publish(order("ORD", "NEW", "first of all"));
        page.quiesce();

        assertThat(page.heightOnScreen("ORD")).isZero();
        assertThat(page.selectedOrders()).containsExactly("ORD-2");
    }

    @Test
    void columnsAreSortedByKeyboardAlone() {
        page.key(KeyEvent.VK_F8);
        page.awaitFocus("orders.header");
        page.key(KeyEvent.VK_RIGHT);
        page.key(KeyEvent.VK_SPACE);
        eventually(() -> assertThat(page.sortedBy()).containsExactly("State ASCENDING"));
        page.key(KeyEvent.VK_RIGHT);
        page.key(KeyEvent.VK_RIGHT);
        page.key(KeyEvent.VK_SPACE, KeyEvent.VK_SHIFT);
        eventually(() -> assertThat(page.sortedBy()).containsExactly("State ASCENDING", "Message ASCENDING"));
        page.key(KeyEvent.VK_ESCAPE);
        page.awaitFocus("orders.table");
    }

    @Test
    void columnsAreHiddenAndSortedThroughTheirMenuByKeyboardAlone() {
        page.awaitFocus("orders.table");
        page.key(KeyEvent.VK_K, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(page.menuShown("orders.columns")).isTrue());
        page.key(KeyEvent.VK_DOWN);
        page.key(KeyEvent.VK_RIGHT);
        page.key(KeyEvent.VK_DOWN);
        page.key(KeyEvent.VK_ENTER);
        eventually(() -> assertThat(page.sortedBy()).containsExactly("State ASCENDING"));

        page.key(KeyEvent.VK_K, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(page.menuShown("orders.columns")).isTrue());
        // Both ways to sort, then the columns; that of the ids cannot be hidden and is passed over.
        for (int i = 0; i < 3; i++) {
            page.key(KeyEvent.VK_DOWN);
        }
        page.key(KeyEvent.VK_ENTER);
        eventually(() -> assertThat(page.columns()).doesNotContain("State").contains("Status"));
    }

    @Test
    void sortAndColumnsAreRememberedOverARestart() throws Exception {
        page.sortBy("Status");
        page.sortAlsoBy("Updated");
        eventually(() -> assertThat(page.sortedBy()).containsExactly("Status ASCENDING", "Updated DESCENDING"));
        page.close();

        page = open();
        assertThat(page.sortedBy()).containsExactly("Status ASCENDING", "Updated DESCENDING");
    }

    /** Updates of orders anywhere, in batches as they come from a source. */
    private void feed(int batches) throws InterruptedException {
        Random random = new Random(4);
        for (int batch = 0; batch < batches; batch++) {
            page.publish(random.ints(20, 0, ORDERS)
                    .filter(n -> n != 17)
                    .mapToObj(n -> order("ORD-" + n, "PROCESSING", "step " + random.nextInt(10)))
                    .toArray(ConsoleEvent[]::new));
        }
        page.quiesce();
    }

    private static OrderEvent order(String id, String state, String message) {
        return new OrderEvent(FEED, id, state, "IN_PROGRESS", message, false, false, Instant.now());
    }

    private static WorkRemoved gone(String id) {
        return new WorkRemoved(FEED, OrderEvent.TOPIC, id, Instant.now());
    }
}
