package dev.signalbox.host.gui;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Picks the screen before the first test class is looked at: one inside this JVM, or the real one in $DISPLAY. */
public final class DisplaySession implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("cacio".equals(System.getProperty("signalbox.test.display"))) {
            try {
                Class.forName("com.github.caciocavallosilano.cacio.ctc.junit.CacioExtension");
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException("Cacio is not on the test class path", missing);
            }
        }
    }
}
