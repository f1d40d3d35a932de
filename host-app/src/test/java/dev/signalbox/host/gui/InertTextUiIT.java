package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static dev.signalbox.host.gui.ConsolePage.onEdt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.api.Notice;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No text from a server is ever rendered as HTML: an image it names is never fetched. */
class InertTextUiIT extends ConsoleUiTest {
    private static final Duration LONG_ENOUGH_TO_FETCH = Duration.ofMillis(700);

    private TrapServer trap;
    private int toolTipDelay;

    @BeforeEach
    void setTrap() throws Exception {
        trap = TrapServer.start();
        toolTipDelay = ToolTipManager.sharedInstance().getInitialDelay();
        ToolTipManager.sharedInstance().setInitialDelay(0);
    }

    @AfterEach
    void stopTrap() {
        ToolTipManager.sharedInstance().setInitialDelay(toolTipDelay);
        trap.close();
    }

    @Test
    void theTrapWorks() {
        onEdt(() -> new JLabel(trap.markup("control")));
        eventually(() -> assertThat(trap.calls()).contains("/control"));
    }

    @Test
    void textsOfOrdersAreInertInEveryPlaceTheyReach() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(1))) {
            ConsolePage page = open("--sse.url=" + server.streamUrl());
            page.awaitConnection("Open");
            String id = trap.markup("id");
            server.sends(id, trap.markup("state"), trap.markup("status"), trap.markup("message"));
            server.sends(id, "CANCELLED", "FAILED", trap.markup("failure"));
            server.sends(id, trap.markup("state"), trap.markup("status"), trap.markup("message"));
            server.sends(id + "2", "CANCELLED", "FAILED", trap.markup("failure"));
            server.sendsRaw("id: " + trap.markup("event-id") + "\ndata: " + trap.markup("payload") + "\n\n");
            server.sendsRaw("event: " + trap.markup("type") + "\ndata: " + trap.markup("payload") + "\n\n");
            eventually(() -> assertThat(page.rows()).hasSize(2));
            page.console()
                    .bus()
                    .publish(List.of(new Notice(
                            trap.markup("source"),
                            "connection",
                            trap.markup("title"),
                            trap.markup("notice"),
                            Instant.now())));
            eventually(() -> assertThat(page.failedOrders()).hasSize(2));
            page.quiesce();

            JTable failures =
                    page.dialog("failure.window").table("failure.table").target();
            hoverAll(page, failures);
            page.dialog("failure.window").table("failure.table").selectRows(0);
            page.dialog("failure.window").toggleButton("failure.details").click();
            page.quiesce();
            page.dialog("failure.window").button("failure.close").click();

            page.ordersTable().selectRows(0);
            page.quiesce();
            hoverAll(page, page.ordersTable().target());
            hoverAll(page, page.frame().table("orders.history").target());
            hover(
                    page,
                    page.frame()
                            .label("connection.detail." + ConsolePage.SOURCE)
                            .target(),
                    new Point(3, 3));
            page.search(trap.markup("search"));
            page.quiesce();

            page.press("problem.badge");
            hoverAll(page, page.dialog("problem.window").table("problem.table").target());
            page.dialog("problem.window").table("problem.table").selectRows(0);
            page.quiesce();
            page.menu("window.notices");
            page.dialog("notices").textBox("notices.text").requireVisible();
            assertNothingFetched();
        }
    }

    @Test
    void theAnswerOfAServerThatRefusesIsInert() throws Exception {
        ConsolePage page = open("--sse.url=" + trap.refusingUrl());
        page.awaitConnection("Failed");
        eventually(() -> assertThat(page.connectionDetail()).contains("404", "<html>"));
        hover(
                page,
                page.frame().label("connection.detail." + ConsolePage.SOURCE).target(),
                new Point(3, 3));
        page.press("problem.badge");
        page.dialog("problem.window").table("problem.table").selectRows(0);
        page.quiesce();
        assertNothingFetched();
    }

    private void assertNothingFetched() {
        await().during(LONG_ENOUGH_TO_FETCH)
                .atMost(LONG_ENOUGH_TO_FETCH.multipliedBy(10))
                .untilAsserted(() -> assertThat(trap.calls()).isEmpty());
    }

    /** Moves the mouse over the cells of the first row and lets their tool tips be made. */
    private static void hoverAll(ConsolePage page, JTable table) {
        for (int column = 0; column < table.getColumnCount(); column++) {
            int at = column;
            Rectangle cell = onEdt(() -> table.getCellRect(0, at, true));
            hover(page, table, new Point(cell.x + cell.width / 2, cell.y + cell.height / 2));
        }
    }

    private static void hover(ConsolePage page, Component component, Point at) {
        page.robot().moveMouse(component, at);
        page.robot().waitForIdle();
        onEdt(() -> {
            // What a tool tip would be made of, whether or not the screen has shown it yet.
            if (component instanceof javax.swing.JComponent swing) {
                String text = swing.getToolTipText(new java.awt.event.MouseEvent(
                        swing, java.awt.event.MouseEvent.MOUSE_MOVED, 0, 0, at.x, at.y, 0, false));
                if (text != null) {
                    JToolTip tip = swing.createToolTip();
                    tip.setTipText(text);
                    tip.setSize(tip.getPreferredSize());
                    SwingUtilities.updateComponentTreeUI(tip);
                }
            }
            return null;
        });
    }
}
