package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Working with orders while they move. */
class OrdersUiIT extends ConsoleUiTest {
    private LiveServer server;
    private ConsolePage page;

    @BeforeEach
    void openWithOrders() throws Exception {
        server = LiveServer.start(LiveServer.moving(12));
        page = open(server.settings());
        eventually(() -> assertThat(page.rows()).hasSize(12));
        page.quiesce();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void idsAreInNaturalOrder() {
        assertThat(page.orderIds()).startsWith("ORD-1", "ORD-2", "ORD-3").endsWith("ORD-10", "ORD-11", "ORD-12");
    }

    @Test
    void selectionFilterAndSortHoldWhileOrdersMove() throws Exception {
        page.sortBy("Message");
        page.selectOrder("ORD-7");
        for (int step = 1; step <= 40; step++) {
            server.moves("ORD-" + (step % 12 + 1), "step " + (50 - step));
        }
        eventually(() -> assertThat(page.row("ORD-5")).contains("step 10"));
        page.quiesce();
        assertThat(page.selectedOrders()).containsExactly("ORD-7");
        assertThat(page.rows()).extracting(row -> row.get(3)).isSorted();

        page.search("ord-1 step");
        eventually(() -> assertThat(page.orderIds()).containsExactlyInAnyOrder("ORD-1", "ORD-10", "ORD-11", "ORD-12"));
        server.ships("ORD-11");
        eventually(() -> assertThat(page.orderIds()).doesNotContain("ORD-11"));
    }

    @Test
    void quickFiltersShowWhatTheySay() {
        server.ships("ORD-3");
        server.fails("ORD-4", "no stock");
        eventually(() -> assertThat(page.row("ORD-4")).contains("FAILED"));
        page.clickFilter("failed");
        eventually(() -> assertThat(page.orderIds()).containsExactly("ORD-4"));
        page.clickFilter("settled");
        eventually(() -> assertThat(page.orderIds()).containsExactly("ORD-3", "ORD-4"));
        page.clickFilter("all");
        eventually(() -> assertThat(page.orderIds()).hasSize(12));
    }

    @Test
    void searchWorksByKeyboardAlone() {
        page.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(page.searchHasFocus()).isTrue());
        page.robot().enterText("nothing like it");
        eventually(() -> assertThat(page.rows()).isEmpty());
        page.key(KeyEvent.VK_ESCAPE);
        eventually(() -> assertThat(page.rows()).hasSize(12));
    }

    @Test
    void aLateFailureShowsItselfAndLeavesTheFocusWhereTheOperatorTypes() throws Exception {
        page.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(page.searchHasFocus()).isTrue());
        page.robot().enterText("ord");
        server.fails("ORD-9", "late");
        eventually(() -> assertThat(page.windowShown("failure.window")).isTrue());
        assertThat(page.failedOrders()).containsExactly("ORD-9");
        page.robot().enterText("-9");
        assertThat(page.searchHasFocus()).isTrue();
        assertThat(page.searched()).isEqualTo("ord-9");
        eventually(() -> assertThat(page.orderIds()).containsExactly("ORD-9"));
    }

    @Test
    void aFailedOrderThatMovesAgainStaysListedAsRecovered() {
        server.fails("ORD-2", "no stock");
        eventually(() -> assertThat(page.badge("failure.badge")).isEqualTo("1 failed"));
        server.moves("ORD-2", "stock arrived");
        eventually(() -> assertThat(page.badge("failure.badge")).contains("1 recovered"));
        assertThat(page.failedOrders()).containsExactly("ORD-2");
    }

    @Test
    void jumpToOrderSelectsItInTheTable() {
        server.fails("ORD-8", "no stock");
        eventually(() -> assertThat(page.windowShown("failure.window")).isTrue());
        page.search("ORD-1");
        page.dialog("failure.window").table("failure.table").selectRows(0);
        page.dialog("failure.window").button("failure.jump").click();
        eventually(() -> assertThat(page.selectedOrders()).containsExactly("ORD-8"));
    }

    @Test
    void everyoneReachesTheFailureWindowOrderPanelAndBadge() {
        server.fails("ORD-8", "no stock");
        eventually(() -> assertThat(page.windowShown("failure.window")).isTrue());
        page.dialog("failure.window").button("failure.close").click();
        eventually(() -> assertThat(page.windowShown("failure.window")).isFalse());
        page.press("failure.badge");
        eventually(() -> assertThat(page.windowShown("failure.window")).isTrue());
        page.dialog("failure.window").button("failure.close").click();
        page.selectOrder("ORD-8");
        page.press("orders.show-failures");
        eventually(() -> assertThat(page.windowShown("failure.window")).isTrue());
    }

    @Test
    void aPayloadThatCannotBeReadIsAProblemAndNotADialog() {
        server.sendsRaw("data: {\"orderUpdates\": {\"ORD-1\": \n\n");
        server.moves("ORD-5", "after it");
        eventually(() -> assertThat(page.row("ORD-5")).contains("after it"));
        eventually(() -> assertThat(page.badge("problem.badge")).isEqualTo("1 problem"));
        assertThat(page.windowShown("problem.window")).isFalse();
        page.press("problem.badge");
        assertThat(page.column(
                        page.dialog("problem.window").table("problem.table").target(), 0))
                .anyMatch(text -> text.contains("order update"));
    }
}
