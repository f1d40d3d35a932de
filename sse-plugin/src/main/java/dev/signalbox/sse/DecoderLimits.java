package dev.signalbox.sse;

/**
 * What an event or a snapshot may ask of us before it is skipped: a peer, by fault or intent, must not fill the memory or
 * the stack.
 *
 * @param ordersPerEvent how many orders one event may update; a snapshot is bounded by its size
 * @param jsonDepth how deep objects and arrays may lie in each other
 * @param textLength how many characters one text or name may have
 */
record DecoderLimits(int ordersPerEvent, int jsonDepth, int textLength) {
    /** As many orders as a console keeps rows, far deeper than any update, far longer than anybody reads. */
    static final DecoderLimits DEFAULT = new DecoderLimits(200_000, 100, 1_000_000);
}
