package dev.signalbox.host.gui;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Picks the screen before the first test class is looked at: one inside this JVM, or the real one in $DISPLAY. */
public final class DisplaySession implements LauncherSessionListener {
    /** From this Java on, asking for the fonts of a machine goes to X even where the screen is in the JVM, and crashes. */
    private static final int ASKS_X_FOR_FONTS = 25;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("cacio".equals(System.getProperty("signalbox.test.display"))) {
            try {
                Class.forName("com.github.caciocavallosilano.cacio.ctc.junit.CacioExtension");
                if (Runtime.version().feature() >= ASKS_X_FOR_FONTS) {
                    tellFontPath();
                }
            } catch (ReflectiveOperationException | IOException unusable) {
                throw new IllegalStateException("The screen inside the JVM cannot be used", unusable);
            }
        }
    }

    /** A font manager that knows where fonts are does not ask. */
    private static void tellFontPath() throws ReflectiveOperationException, IOException {
        Class<?> manager = Class.forName("sun.font.SunFontManager");
        Field path = manager.getDeclaredField("fontPath");
        path.setAccessible(true);
        path.set(manager.getMethod("getInstance").invoke(null), fontDirectories());
    }

    private static String fontDirectories() throws IOException {
        Path all = Path.of("/usr/share/fonts");
        if (!Files.isDirectory(all)) {
            return "";
        }
        try (Stream<Path> found = Files.walk(all)) {
            return found.filter(Files::isDirectory).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
