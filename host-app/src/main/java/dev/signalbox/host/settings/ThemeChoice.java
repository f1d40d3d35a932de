package dev.signalbox.host.settings;

/** Which theme the console wears. */
public enum ThemeChoice {
    /** Dark text on light ground. */
    LIGHT,
    /** Light text on dark ground. */
    DARK
}
