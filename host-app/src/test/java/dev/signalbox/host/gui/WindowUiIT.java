package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static dev.signalbox.host.gui.ConsolePage.onEdt;
import static dev.signalbox.host.gui.ConsolePage.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.Test;

/** The window as a whole: theme, dialogs, what is kept. */
class WindowUiIT extends ConsoleUiTest {

    @Test
    void theThemeSwitchesWhileOrdersMoveAndIsKept() throws Exception {
        ConsolePage page = open("--demo=endless", "--console.failure-dialog=never");
        eventually(() -> assertThat(page.rows()).isNotEmpty());
        int light = brightness();
        page.key(KeyEvent.VK_T, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        eventually(() -> assertThat(brightness()).isLessThan(light));
        assertThat(settingsFile()).content().contains("console.theme=dark");
        page.quiesce();
        assertThat(page.rows()).isNotEmpty();
        page.menu("window.theme");
        eventually(() -> assertThat(brightness()).isEqualTo(light));
    }

    @Test
    void aStreamIsTriedAndConnectedByKeyboardAndItsTokenKeptApart() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(3))) {
            ConsolePage page = open();
            page.key(KeyEvent.VK_N, KeyEvent.VK_CONTROL);
            DialogFixture dialog = page.dialog("connect");
            dialog.button("connect.go").requireDisabled();
            page.type("setting.sse.url", server.streamUrl());
            page.key(KeyEvent.VK_TAB);
            page.type("setting.sse.snapshot", server.snapshotUrl());
            page.key(KeyEvent.VK_TAB);
            page.type("setting.sse.orders", "");
            page.key(KeyEvent.VK_TAB);
            page.type("setting.sse.header", "X-Desk: 7");
            page.key(KeyEvent.VK_TAB);
            page.type("setting.sse.token", "s3cret");
            page.key(KeyEvent.VK_TAB);
            page.press(KeyEvent.VK_SPACE, "connect.test");
            JTextArea said = dialog.textBox("connect.problem").targetCastedTo(JTextArea.class);
            eventually(() ->
                    assertThat(textOf(said)).contains("The stream is open").contains("The snapshot holds 3 orders."));
            page.press(KeyEvent.VK_TAB, "connect.test");
            page.press(KeyEvent.VK_TAB, "connect.cancel");
            page.press(KeyEvent.VK_SPACE, "connect.go");

            page.awaitConnection("Open");
            eventually(() -> assertThat(page.rows()).hasSize(3));
            assertThat(page.windowShown("connect")).isFalse();
            assertThat(settingsFile()).content().contains("sse.url").doesNotContain("s3cret");
            Path secrets = settingsFile().resolveSibling("settings.secrets.properties");
            assertThat(secrets).content().contains("s3cret");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aTestSaysWhyItDidNotWork() throws Exception {
        ConsolePage page = open();
        page.press("orders.empty.window.connect-to");
        DialogFixture dialog = page.dialog("connect");
        dialog.textBox("setting.sse.url").enterText("http://127.0.0.1:9/nobody");
        dialog.button("connect.test").click();
        JTextArea said = dialog.textBox("connect.problem").targetCastedTo(JTextArea.class);
        eventually(() -> assertThat(textOf(said)).contains("refused"));
        page.robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        eventually(() -> assertThat(page.windowShown("connect")).isFalse());
    }

    @Test
    void preferencesSayWhatIsWrongAndTakeEffectAtOnce() throws Exception {
        ConsolePage page = open("--demo=endless", "--console.failure-dialog=never");
        page.key(KeyEvent.VK_COMMA, KeyEvent.VK_CONTROL);
        DialogFixture dialog = page.dialog("preferences");
        dialog.button("preferences.apply").requireDisabled();
        dialog.textBox("setting.console.stale-after").deleteText().enterText("soon");
        JTextArea said = dialog.textBox("preferences.problem").targetCastedTo(JTextArea.class);
        eventually(() -> assertThat(textOf(said)).contains("expected a duration"));
        dialog.button("preferences.apply").requireDisabled();

        dialog.textBox("setting.console.stale-after").deleteText().enterText("30s");
        dialog.comboBox("setting.console.density").selectItem("roomy");
        int before = page.rowHeight();
        dialog.button("preferences.apply").click();
        eventually(() -> assertThat(page.rowHeight()).isGreaterThan(before));
        assertThat(settingsFile()).content().contains("console.density=roomy", "console.stale-after=30s");
    }

    @Test
    void neverMeansThatOnlyTheBadgeTells() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(2))) {
            ConsolePage page = open("--console.failure-dialog=never", "--sse.url=" + server.streamUrl());
            page.awaitConnection("Open");
            server.fails("ORD-1", "no stock");
            eventually(() -> assertThat(page.badge("failure.badge")).isEqualTo("1 failed"));
            page.quiesce();
            assertThat(page.windowShown("failure.window")).isFalse();
        }
    }

    @Test
    void theWindowIsRememberedWithItsColumns() throws Exception {
        try (LiveServer server = LiveServer.start(LiveServer.moving(3))) {
            ConsolePage first = open(server.settings());
            eventually(() -> assertThat(first.rows()).hasSize(3));
            first.quiesce();
            first.sortBy("Status");
            eventually(() -> assertThat(first.sortedColumn()).isEqualTo(2));
            onEdt(() -> {
                first.frame().target().setSize(900, 600);
                return null;
            });
            first.close();

            ConsolePage second = open(server.settings());
            int width = onEdt(() -> second.frame().target().getSize().width);
            assertThat(width).isEqualTo(900);
            assertThat(second.sortedColumn()).isEqualTo(2);
        }
    }

    private static int brightness() {
        return onEdt(() -> UIManager.getColor("Panel.background").getRed());
    }

    private Path settingsFile() {
        return home.resolve("config").resolve("signalbox").resolve("settings.properties");
    }
}
