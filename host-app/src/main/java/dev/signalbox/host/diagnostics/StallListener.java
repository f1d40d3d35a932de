package dev.signalbox.host.diagnostics;

/** Told of each stall twice, on the watchdog's thread. */
interface StallListener {

    /** The window does not answer; what is known so far. */
    void began(Stall soFar);

    /** It answers again. */
    void ended(Stall stall);
}
