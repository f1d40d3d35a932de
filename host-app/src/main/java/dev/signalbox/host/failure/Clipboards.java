package dev.signalbox.host.failure;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** Puts text on the system's clipboard. */
final class Clipboards {

    private Clipboards() {}

    /** Returns false when another program holds the clipboard. */
    static boolean copy(String text) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
            return true;
        } catch (IllegalStateException busy) {
            return false;
        }
    }
}
