package dev.signalbox.host.diagnostics;

/**
 * Whose code held the window up. Text only: nothing of a plug-in is kept alive by it.
 *
 * @param kind what it is
 * @param name what the operator knows it by, such as {@code plug-in Tick}
 * @param where the class and method, with the line where it is known; may be empty
 */
record Culprit(Kind kind, String name, String where) {

    enum Kind {
        PLUGIN,
        CONSOLE,
        /** Java, the desktop or a debugger. */
        SYSTEM
    }
}
