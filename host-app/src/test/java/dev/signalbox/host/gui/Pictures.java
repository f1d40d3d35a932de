package dev.signalbox.host.gui;

import static dev.signalbox.host.gui.ConsolePage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the guides from the running console; run by {@code ./mvnw -q -Ppictures}. */
class Pictures extends ConsoleUiTest {
    private static final int HALFWAY = 10;

    @Test
    void mainLight() throws Exception {
        halfway("main-light.png", "light");
    }

    @Test
    void mainDark() throws Exception {
        halfway("main-dark.png", "dark");
    }

    private void halfway(String file, String theme) throws Exception {
        ConsolePage page =
                open("--demo", "--console.demo-speed=4", "--console.theme=" + theme, "--console.failure-dialog=never");
        eventually(() -> assertThat(page.settled()).isGreaterThan(HALFWAY));
        page.selectOrder("ORD-1007");
        page.quiesce();
        save(file, page.frame().target());
    }

    @Test
    void failures() throws Exception {
        ConsolePage page = open("--demo", "--console.demo-speed=20");
        page.awaitConnection("Closed");
        eventually(() -> assertThat(page.failedOrders()).hasSize(2));
        page.dialog("failure.window").table("failure.table").selectRows(0);
        page.quiesce();
        save(
                "failures.png",
                page.frame().target(),
                page.dialog("failure.window").target());
    }

    @Test
    void disconnected() throws Exception {
        ConsolePage page = open("--sse.url=http://127.0.0.1:9/orders/stream");
        page.awaitConnection("Reconnecting");
        page.quiesce();
        save("disconnected.png", page.frame().target());
    }

    @Test
    void empty() throws Exception {
        ConsolePage page = open();
        page.quiesce();
        save("empty.png", page.frame().target());
    }

    /** Paints the windows over each other, as they lie on the screen. */
    private static void save(String file, Window... windows) throws IOException {
        Path directory = Path.of(System.getProperty("signalbox.test.pictures", "target/pictures"));
        Files.createDirectories(directory);
        BufferedImage image = ConsolePage.onEdt(() -> {
            JRootPane first = SwingUtilities.getRootPane(windows[0]);
            Point origin = first.getLocationOnScreen();
            BufferedImage painted = new BufferedImage(first.getWidth(), first.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (Window window : List.of(windows)) {
                JRootPane pane = SwingUtilities.getRootPane(window);
                Graphics2D graphics = painted.createGraphics();
                Point at = pane.getLocationOnScreen();
                graphics.translate(at.x - origin.x, at.y - origin.y);
                pane.paint(graphics);
                if (pane != first) {
                    graphics.setColor(Color.GRAY);
                    graphics.drawRect(0, 0, pane.getWidth() - 1, pane.getHeight() - 1);
                }
                graphics.dispose();
            }
            return painted;
        });
        ImageIO.write(image, "png", directory.resolve(file).toFile());
    }
}
