package dev.signalbox.host.bus;

/**
 * How much may wait for one subscription.
 *
 * @param mostWaiting so many events may wait; then sources wait too, or a plug-in's subscription is paused
 * @param mergedAbove below this backlog every event is delivered; above, rows are merged first. It is two frames of a
 *     million updates a second: below that a view merges about as fast as the bus would
 * @param mostInBatch one batch in the background, and the first one on the EDT
 */
record Bounds(int mostWaiting, int mergedAbove, int mostInBatch) {
    static final Bounds USUAL = new Bounds(65_536, 32_768, 4_096);
}
