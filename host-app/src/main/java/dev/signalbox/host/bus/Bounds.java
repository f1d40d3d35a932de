package dev.signalbox.host.bus;

/**
 * How much may wait for one subscription.
 *
 * @param mostWaiting so many events may wait; then sources wait too, or a plug-in's subscription is paused
 * @param mergedAbove below this backlog every event is delivered; above, rows are merged first
 * @param mostInBatch one batch, so that the EDT can paint between two
 */
record Bounds(int mostWaiting, int mergedAbove, int mostInBatch) {
    static final Bounds USUAL = new Bounds(65_536, 4_096, 4_096);
}
