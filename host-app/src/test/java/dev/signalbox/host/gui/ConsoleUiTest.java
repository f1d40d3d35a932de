package dev.signalbox.host.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.UIManager;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens a console with a home of its own for a test, and closes it afterwards. An exception that nobody caught fails the
 * test, on whatever thread it came.
 */
@ExtendWith(ScreenshotOnFailure.class)
abstract class ConsoleUiTest {
    @TempDir
    Path home;

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private @Nullable ConsolePage page;

    @BeforeAll
    static void prepareScreen() {
        FailOnThreadViolationRepaintManager.install();
        // The screen inside the JVM cannot tell the state of Caps Lock, which a password field would show.
        ConsolePage.onEdt(() -> UIManager.put("PasswordField.showCapsLock", false));
    }

    ConsolePage open(String... arguments) throws InterruptedException {
        ConsolePage opened = ConsolePage.open(home, arguments);
        page = opened;
        Thread.UncaughtExceptionHandler console = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            uncaught.add(failure);
            if (console != null) {
                console.uncaughtException(thread, failure);
            }
        });
        return opened;
    }

    @AfterEach
    void closeConsole() throws Exception {
        if (page != null) {
            page.close();
        }
        Thread.setDefaultUncaughtExceptionHandler(null);
        assertThat(uncaught).as("exceptions that nobody caught").isEmpty();
    }
}
