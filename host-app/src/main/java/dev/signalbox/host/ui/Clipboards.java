package dev.signalbox.host.ui;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** Puts text on the system's clipboard. */
public final class Clipboards {

    private Clipboards() {}

    /**
     * Copies a text.
     *
     * @param text the text
     * @return false when another program holds the clipboard
     */
    public static boolean copy(String text) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
            return true;
        } catch (IllegalStateException busy) {
            return false;
        }
    }
}
