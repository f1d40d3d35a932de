package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's default story, from the socket to the failure window. */
class StoryUiIT extends ConsoleUiTest {

    @Test
    void theDefaultStoryIsToldFromEndToEnd() throws Exception {
        ConsolePage page = open("--demo", "--console.demo-speed=10");
        eventually(() -> assertThat(page.rows()).hasSize(24));
        eventually(() -> assertThat(page.connectionDetail()).contains("All 24 are settled"));
        page.quiesce();

        assertThat(page.shownStates())
                .as("what the indicator showed")
                .containsSubsequence("Open", "Reconnecting", "Open", "Closed");
        assertThat(page.failedOrders()).containsExactlyInAnyOrder("ORD-1007", "ORD-1018");
        assertThat(page.badge("failure.badge")).isEqualTo("2 failed");
        assertThat(page.title()).startsWith("(2 failed) Signalbox");
        assertThat(page.row("ORD-1007")).contains("CANCELLED", "FAILED");
        assertThat(page.rows())
                .allSatisfy(row -> assertThat(row.get(1)).isIn("SHIPPED", "CANCELLED"))
                .allSatisfy(row -> assertThat(row.get(2)).isIn("COMPLETED", "FAILED"));
        assertThat(page.badge("problem.badge")).isEqualTo("No problems");
    }

    @Test
    void theStoryCanBeReplayed() throws Exception {
        ConsolePage page = open("--demo", "--console.demo-speed=50");
        page.awaitConnection("Closed");
        page.menu("window.demo");
        eventually(() -> assertThat(page.shownStates()).endsWith("Closed").hasSizeGreaterThan(6));
        page.quiesce();
        assertThat(page.rows()).hasSize(24);
        assertThat(page.failedOrders()).isEqualTo(List.of("ORD-1018", "ORD-1007"));
    }
}
