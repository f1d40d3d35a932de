package dev.signalbox.api;

/** Which thread the batches of a subscription come on. */
public enum Delivery {
    /** The subscriber's own background thread: for a plug-in, the plug-in's. */
    BACKGROUND,
    /** The event dispatch thread, where Swing components may be touched. */
    UI
}
