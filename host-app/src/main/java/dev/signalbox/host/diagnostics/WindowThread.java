package dev.signalbox.host.diagnostics;

/** The thread of the window, as far as the watchdog needs it. */
interface WindowThread {

    /** Runs a task there when its turn comes. */
    void post(Runnable task);

    /** What it is doing now, the innermost call first; empty when that cannot be told. */
    StackTraceElement[] stack();
}
