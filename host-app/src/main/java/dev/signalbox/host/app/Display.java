package dev.signalbox.host.app;

import java.awt.GraphicsEnvironment;
import java.util.Optional;

/** Finds out whether there is a screen to open a window on, before anything else touches AWT. */
final class Display {

    private Display() {}

    /** Why no window can be opened, in words; empty if one can. */
    static Optional<String> missing() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return Optional.of("there is no display (on Linux, is DISPLAY set? Is it a full Java runtime, not a"
                        + " headless one?)");
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return Optional.empty();
        } catch (RuntimeException | LinkageError | java.awt.AWTError unusable) {
            String why = unusable.getMessage() == null ? unusable.toString() : unusable.getMessage();
            return Optional.of("the display cannot be used: "
                    + why.lines().findFirst().orElse(why).strip());
        }
    }
}
