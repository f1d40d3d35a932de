package dev.signalbox.host.diagnostics;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The window was held up once.
 *
 * @param began when
 * @param held for how long, or so far
 * @param culprit whose code was found on the window's thread most often
 * @param stacks what the thread was doing, as text
 */
record Stall(Instant began, Duration held, Culprit culprit, String stacks) {

    Stall {
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(held, "held");
        Objects.requireNonNull(culprit, "culprit");
        Objects.requireNonNull(stacks, "stacks");
    }
}
