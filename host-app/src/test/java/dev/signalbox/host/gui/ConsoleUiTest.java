package dev.signalbox.host.gui;

import java.nio.file.Path;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Opens a console with a home of its own for a test, and closes it afterwards. */
@ExtendWith(ScreenshotOnFailure.class)
abstract class ConsoleUiTest {
    @TempDir
    Path home;

    private @Nullable ConsolePage page;

    @BeforeAll
    static void watchThreads() {
        FailOnThreadViolationRepaintManager.install();
    }

    ConsolePage open(String... arguments) throws InterruptedException {
        ConsolePage opened = ConsolePage.open(home, arguments);
        page = opened;
        return opened;
    }

    @AfterEach
    void closeConsole() throws Exception {
        if (page != null) {
            page.close();
        }
    }
}
