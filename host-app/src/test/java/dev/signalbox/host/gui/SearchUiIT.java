package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching and pausing while orders move, by keyboard alone. */
class SearchUiIT extends ConsoleUiTest {
    private LiveServer server;
    private ConsolePage page;

    @BeforeEach
    void start() throws Exception {
        server = LiveServer.start(LiveServer.moving(12));
        page = open(server.settings());
        page.awaitConnection("Open");
        eventually(() -> assertThat(page.orderIds()).hasSize(12));
        page.quiesce();
        page.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(page.searchHasFocus()).isTrue());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theFilterAndItsCountFollowTheFeed() {
        server.fails("ORD-3", "no stock");
        page.type("orders.search", "status:failed -lost");
        eventually(() -> assertThat(page.orderIds()).containsExactly("ORD-3"));
        assertThat(page.searchLine()).isEqualTo("1 of 12");

        server.fails("ORD-7", "no stock");
        server.fails("ORD-8", "lost on the way");
        eventually(() -> assertThat(page.orderIds()).containsExactly("ORD-3", "ORD-7"));
        eventually(() -> assertThat(page.searchLine()).isEqualTo("2 of 12"));
        eventually(() -> assertThat(page.quickFilter("failed")).isEqualTo("Failed 3"));

        page.key(KeyEvent.VK_ESCAPE);
        eventually(() -> assertThat(page.orderIds()).hasSize(12));
        assertThat(page.searchHasFocus()).isTrue();
        page.key(KeyEvent.VK_ESCAPE);
        eventually(() -> assertThat(page.focused()).isEqualTo("orders.table"));
    }

    @Test
    void aBadSearchSaysWhyAndKeepsTheRowsOfTheLastGoodOne() {
        page.type("orders.search", "ord-12");
        eventually(() -> assertThat(page.orderIds()).containsExactly("ORD-12"));
        page.type("orders.search", " sttaus:x");
        eventually(() -> assertThat(page.searchError()).contains("No field “sttaus”", "Did you mean status:?"));
        assertThat(page.orderIds()).containsExactly("ORD-12");

        page.key(KeyEvent.VK_ESCAPE);
        eventually(() -> assertThat(page.searchError()).isEmpty());
        assertThat(page.orderIds()).hasSize(12);
    }

    @Test
    void enterOnABadSearchSaysWhyAtOnceAndStaysInTheField() {
        page.type("orders.search", "\"step");
        page.key(KeyEvent.VK_ENTER);
        eventually(() -> assertThat(page.searchError()).startsWith("The quote is not closed."));
        assertThat(page.searchHasFocus()).isTrue();

        page.type("orders.search", " 0\"");
        page.key(KeyEvent.VK_ENTER);
        eventually(() -> assertThat(page.focused()).isEqualTo("orders.table"));
        assertThat(page.searchError()).isEmpty();
    }

    @Test
    void pausingFreezesTheRowsAndResumingCatchesUp() throws Exception {
        page.key(KeyEvent.VK_DOWN);
        page.keyPauseView();
        eventually(() -> assertThat(page.pausedWords()).startsWith("Paused at "));
        List<List<String>> frozen = whatNoClockChanges();
        server.moves("ORD-1", "while paused");
        server.fails("ORD-2", "while paused");
        eventually(() -> assertThat(page.pausedWords()).endsWith(": 2 updates wait"));
        eventually(() -> assertThat(page.badge("failure.badge")).isEqualTo("1 failed"));
        assertThat(whatNoClockChanges()).isEqualTo(frozen);

        page.keyPauseView();
        eventually(() -> assertThat(page.row("ORD-1")).contains("while paused"));
        assertThat(page.row("ORD-2")).contains("FAILED", "while paused");
        assertThat(page.pausedWords()).isEmpty();
        page.quiesce();
    }

    /** Id, state, status and message of each row: how long ago something was goes on being true while a view is paused. */
    private List<List<String>> whatNoClockChanges() {
        return page.rows().stream().map(row -> row.subList(0, 4)).toList();
    }
}
