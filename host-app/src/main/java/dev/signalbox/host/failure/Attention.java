package dev.signalbox.host.failure;

import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Taskbar;
import java.awt.Window;

/** Asks the desktop to point at the console while it is minimised or behind another program, where the desktop can. */
final class Attention {

    private Attention() {}

    static void ask(Window owner) {
        boolean minimised = owner instanceof Frame frame && (frame.getExtendedState() & Frame.ICONIFIED) != 0;
        boolean behind = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow() == null;
        if ((!minimised && !behind) || !Taskbar.isTaskbarSupported()) {
            return;
        }
        try {
            Taskbar taskbar = Taskbar.getTaskbar();
            if (taskbar.isSupported(Taskbar.Feature.USER_ATTENTION_WINDOW)) {
                taskbar.requestWindowUserAttention(owner);
            } else if (taskbar.isSupported(Taskbar.Feature.USER_ATTENTION)) {
                taskbar.requestUserAttention(true, false);
            }
        } catch (UnsupportedOperationException | SecurityException desktopDeclines) {
            // The badge and the window tell it too.
            System.getLogger(Attention.class.getName()).log(System.Logger.Level.DEBUG, "no attention", desktopDeclines);
        }
    }
}
