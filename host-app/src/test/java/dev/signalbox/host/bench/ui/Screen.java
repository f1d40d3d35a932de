package dev.signalbox.host.bench.ui;

import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.util.Optional;

/** The screen the windows are shown on. */
final class Screen {
    private static final String NEXT = " Start it under xvfb-run or with DISPLAY set, on a screen of at least "
            + Subject.FRAME.width + "×" + Subject.FRAME.height + " pixels.";

    private Screen() {}

    /** Why nothing can be measured here, and what to do; empty if it can. */
    static Optional<String> missing() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return Optional.of("The benchmark opens real windows, and there is no display." + NEXT);
            }
            Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
            return size.width >= Subject.FRAME.width && size.height >= Subject.FRAME.height
                    ? Optional.empty()
                    : Optional.of("The benchmark opens windows that are larger than this screen of " + size.width + "×"
                            + size.height + " pixels." + NEXT);
        } catch (AWTError | LinkageError unusable) {
            return Optional.of("The benchmark opens real windows, and the display cannot be used: "
                    + unusable.getMessage() + NEXT);
        }
    }

    static String description() {
        Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
        return size.width + "×" + size.height;
    }
}
