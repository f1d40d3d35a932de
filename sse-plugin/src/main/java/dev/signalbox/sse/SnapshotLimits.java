package dev.signalbox.sse;

import java.time.Duration;

/**
 * What a snapshot may ask of us.
 *
 * @param documentBytes how large it may be
 * @param silence how long to wait for the next byte of it; zero for ever
 * @param heldEvents how many updates are held until it has come; beyond it the stream waits
 */
record SnapshotLimits(int documentBytes, Duration silence, int heldEvents) {
    static final SnapshotLimits DEFAULT = new SnapshotLimits(64 * 1024 * 1024, Duration.ofMinutes(1), 100_000);
}
