package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static dev.signalbox.host.gui.ConsolePage.onEdt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.OrderEvent;
import dev.signalbox.host.export.ReadJson;
import dev.signalbox.host.export.Rfc4180;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The details of an order, and how orders leave the console. */
class DetailsUiIT extends ConsoleUiTest {
    private static final int STEPS = 40;

    @Test
    void theTimelineIsCompleteThoughTheWindowWasFlooded() throws Exception {
        ConsolePage page = open();
        // The EDT stands still meanwhile, so that what the window gets is merged.
        onEdt(() -> {
            for (int step = 0; step < STEPS; step++) {
                List<ConsoleEvent> flood = new ArrayList<>();
                int now = step;
                IntStream.range(0, 1_000).forEach(n -> flood.add(order("ORD-" + n, "step " + now)));
                page.console().bus().publish(flood);
            }
            return null;
        });
        page.quiesce();
        page.selectOrder("ORD-7");

        eventually(() -> assertThat(page.steps())
                .isEqualTo(IntStream.range(0, STEPS)
                        .mapToObj(n -> "step " + (STEPS - 1 - n))
                        .toList()));
        publish(page, order("ORD-7", "one more"));
        eventually(() -> assertThat(page.steps()).hasSize(STEPS + 1).startsWith("one more"));
    }

    @Test
    void theHistoryIsCopiedAsTextAndAsJsonByKeyboard() throws Exception {
        ConsolePage page = open();
        publish(page, order("ORD-1", "picked"), order("ORD-1", "packed"));
        eventually(() -> assertThat(page.rows()).hasSize(1));
        page.selectOrder("ORD-1");
        eventually(() -> assertThat(page.steps()).containsExactly("packed", "picked"));

        page.key(KeyEvent.VK_C, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        eventually(() -> assertThat(page.news()).isEqualTo("2 changes copied"));
        assertThat(ConsolePage.clipboard().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("ORD-1");
        page.key(KeyEvent.VK_J, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        eventually(() -> assertThat(ReadJson.of(ConsolePage.clipboard()))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("key", "ORD-1"));
    }

    @Test
    void whatIsShownIsExportedByKeyboardAndAFileThereIsAskedFor() throws Exception {
        ConsolePage page = open();
        publish(page, order("ORD-1", "=1+1"), order("ORD-2", "fine"), order("other", "filtered"));
        eventually(() -> assertThat(page.rows()).hasSize(3));
        page.search("ord-");
        eventually(() -> assertThat(page.rows()).hasSize(2));
        Path file = home.resolve("orders.csv");
        Files.writeString(file, "old");

        page.exportTo(file);
        page.dialog("export.replace").requireVisible();
        page.press(KeyEvent.VK_ENTER, "export.replace.no");
        page.answerExport(file);
        eventually(() -> assertThat(page.focused()).isEqualTo("export.replace.no"));
        assertThat(file).hasContent("old");
        page.key(KeyEvent.VK_TAB);
        page.press(KeyEvent.VK_ENTER, "export.replace.yes");

        eventually(() -> assertThat(page.news()).isEqualTo("2 rows written to " + file));
        assertThat(Rfc4180.read(Files.readString(file).substring(1)))
                .extracting(line -> line.get(3))
                .containsExactly("message", "'=1+1", "fine");
    }

    @Test
    void anExportIsJsonWhenItsNameSaysSoAndSaysWhyItCouldNotBeWritten() throws Exception {
        ConsolePage page = open();
        publish(page, order("ORD-1", "picked"));
        eventually(() -> assertThat(page.rows()).hasSize(1));
        Path file = home.resolve("orders.json");
        page.exportTo(file);
        eventually(() -> assertThat(page.news()).startsWith("1 row written"));
        assertThat(ReadJson.of(Files.readString(file)))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("order", "ORD-1");

        page.exportTo(home.resolve("gone").resolve("orders.csv"));
        eventually(() -> assertThat(page.news()).contains("was not written: the folder does not exist. Choose"));
    }

    @Test
    void severalOrdersAreSummedUp() throws Exception {
        ConsolePage page = open();
        publish(page, order("ORD-1", "a"), order("ORD-2", "b"));
        eventually(() -> assertThat(page.rows()).hasSize(2));
        page.selectAllOrders();

        eventually(() -> assertThat(page.details("several")).isEqualTo("2 orders selected"));
        assertThat(page.details("several.counts")).isEqualTo("2 moving");
    }

    @Test
    void inASmallWindowTheDetailsGiveWayToTheRows() throws Exception {
        ConsolePage page = open();
        publish(page, order("ORD-1", "a"));
        eventually(() -> assertThat(page.rows()).hasSize(1));
        page.selectOrder("ORD-1");
        eventually(() -> assertThat(page.detailsShown()).isTrue());
        page.resizeTo(new Dimension(640, 420));
        eventually(() -> assertThat(page.detailsShown()).isFalse());
        assertThat(page.rowsInSight()).isGreaterThanOrEqualTo(8);
        page.resizeTo(new Dimension(1000, 700));
        eventually(() -> assertThat(page.detailsShown()).isTrue());
    }

    private static OrderEvent order(String id, String message) {
        return new OrderEvent("test/orders", id, "PROCESSING", "IN_PROGRESS", message, false, false, Instant.now());
    }

    private static void publish(ConsolePage page, ConsoleEvent... events) {
        page.console().bus().publish(List.of(events));
    }
}
