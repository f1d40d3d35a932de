package dev.signalbox.host.ui;

import java.awt.Color;
import javax.swing.UIManager;

/** What a colour is for. The theme says which colour that is; a tone never stands without a word or an icon beside it. */
public enum Tone {
    /** Nothing to say. */
    QUIET("Label.disabledForeground"),
    /** Under way. */
    MOVING("Actions.Blue"),
    /** Went well. */
    GOOD("Actions.Green"),
    /** Needs an eye. */
    WARN("Actions.Yellow"),
    /** Went wrong. */
    BAD("Actions.Red");

    private final String key;

    Tone(String key) {
        this.key = key;
    }

    /**
     * The colour in the current theme.
     *
     * @return the colour
     */
    public Color color() {
        return UIManager.getColor(key);
    }
}
