package dev.signalbox.host.settings;

/** Which font the console is set in. */
public enum FontChoice {
    /** Inter, which comes with the console. */
    INTER,
    /** The font of the desktop. */
    PLATFORM
}
