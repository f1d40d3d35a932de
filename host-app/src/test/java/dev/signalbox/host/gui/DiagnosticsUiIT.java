package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.clipboard;
import static dev.signalbox.host.gui.ConsolePage.eventually;
import static dev.signalbox.host.gui.ConsolePage.onEdt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.host.plugin.PluginJar;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import javax.swing.JTable;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.Test;

/** Who held the window up, and how the console keeps up. */
class DiagnosticsUiIT extends ConsoleUiTest {

    @Test
    void aPluginThatHoldsTheWindowUpIsNamedAndCopiedByKeyboardAlone() throws Exception {
        ConsolePage page = open("--plugins=" + pluginThatHolds(600));
        holdTheWindowUp(page);

        DialogFixture diagnostics = page.openDiagnostics();
        JTable stalls = diagnostics.table("diagnostics.stalls").target();
        eventually(() -> assertThat(page.column(stalls, 2)).contains("plug-in Warehouse"));
        int row = page.column(stalls, 2).indexOf("plug-in Warehouse");
        assertThat(page.column(stalls, 1).get(row)).matches("[0-9]+\\.[0-9] s");

        eventually(() -> assertThat(page.focused()).isEqualTo("diagnostics.stalls"));
        page.key(KeyEvent.VK_A, KeyEvent.VK_CONTROL);
        page.key(KeyEvent.VK_C, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(clipboard())
                .containsPattern("The window was held up [0-9.]+ s by plug-in Warehouse\nin warehouse\\.Shelves")
                .contains("at plugin:warehouse//warehouse.Shelves"));
        page.key(KeyEvent.VK_C, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        eventually(() -> assertThat(clipboard())
                .startsWith("Signalbox ")
                .contains("no failure dropped", "Subscriptions:", "the console", "by plug-in Warehouse"));
        page.key(KeyEvent.VK_ESCAPE);
        eventually(() -> assertThat(page.windowShown("diagnostics")).isFalse());
    }

    @Test
    void whatAnOperatorFeelsIsAProblemToo() throws Exception {
        ConsolePage page = open("--plugins=" + pluginThatHolds(2_000));
        holdTheWindowUp(page);

        eventually(() -> assertThat(page.badge("problem.badge")).isEqualTo("1 problem"));
        page.press("problem.badge");
        JTable problems = page.dialog("problem.window").table("problem.table").target();
        assertThat(page.column(problems, 1))
                .singleElement()
                .asString()
                .matches("The window was held up [0-9.]+ s by plug-in Warehouse");
    }

    @Test
    void everySubscriptionIsListedAndTheSelectedOneStaysSelectedWhileTheNumbersMove() throws Exception {
        ConsolePage page = open("--demo=endless", "--console.failure-dialog=never");
        eventually(() -> assertThat(page.rows()).isNotEmpty());
        DialogFixture diagnostics = page.openDiagnostics();
        JTable table = diagnostics.table("diagnostics.subscriptions").target();
        int open = page.console().bus().statistics().size();
        eventually(() -> assertThat(page.column(table, 1)).hasSize(open).contains("the console"));
        onEdt(() -> {
            table.setRowSelectionInterval(2, 2);
            return null;
        });
        String before = diagnostics.label("diagnostics.summary").text();
        eventually(() -> assertThat(diagnostics.label("diagnostics.summary").text())
                .matches("([0-9,]+ updates?/s|no updates) · heap .* of .* MB · .* threads.*")
                .isNotEqualTo(before));
        assertThat(onEdt(table::getSelectedRow)).isEqualTo(2);
        assertThat(diagnostics.label("diagnostics.heading").text())
                .startsWith("Showing ")
                .endsWith(".");
    }

    @Test
    void theLineInTheStatusBarSaysTheRateAndOpensTheDiagnostics() throws Exception {
        ConsolePage page = open("--demo=storm", "--console.failure-dialog=never");
        eventually(() -> assertThat(page.healthLine()).matches("[0-9,]+ updates?/s|1 of .*|lag .*"));
        page.clickHealthLine();
        page.dialog("diagnostics").requireVisible();
    }

    /** By keyboard: to the search field, from there to the tab of the plug-in, and its own key. */
    private static void holdTheWindowUp(ConsolePage page) {
        page.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(page.searchHasFocus()).isTrue());
        page.key(KeyEvent.VK_PAGE_DOWN, KeyEvent.VK_CONTROL);
        eventually(() -> assertThat(onEdt(
                        () -> page.frame().tabbedPane("panels.tabs").target().getSelectedIndex()))
                .isEqualTo(1));
        page.key(KeyEvent.VK_F9);
    }

    /** A panel that waits on the window's thread when F9 is pressed. */
    private Path pluginThatHolds(int millis) throws Exception {
        Path plugins = home.resolve("plugins");
        new PluginJar()
                .source("""
                        package warehouse;
                        import dev.signalbox.api.*;
                        import dev.signalbox.api.ui.*;
                        import java.awt.event.*;
                        import java.util.concurrent.*;
                        import javax.swing.*;
                        @PluginDescriptor(id = "warehouse", name = "Warehouse", version = "1.0.0", api = "1.0")
                        public class Shelves implements ConsolePlugin, PanelContribution {
                            public void start(PluginContext context) { context.contribute(this); }
                            public String id() { return "shelves"; }
                            public String title() { return "Shelves"; }
                            public JComponent create(PanelContext context) {
                                JPanel panel = new JPanel();
                                panel.registerKeyboardAction(
                                        event -> count(),
                                        KeyStroke.getKeyStroke(KeyEvent.VK_F9, 0),
                                        JComponent.WHEN_IN_FOCUSED_WINDOW);
                                return panel;
                            }
                            private static void count() {
                                try {
                                    new CountDownLatch(1).await(%d, TimeUnit.MILLISECONDS);
                                } catch (InterruptedException over) {
                                    Thread.currentThread().interrupt();
                                }
                            }
                        }
                        """.formatted(millis))
                .service("warehouse.Shelves")
                .writeTo(plugins.resolve("warehouse/warehouse.jar"));
        return plugins;
    }
}
