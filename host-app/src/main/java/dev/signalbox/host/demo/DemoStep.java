package dev.signalbox.host.demo;

import java.time.Duration;
import java.util.List;

/** One thing that happens in a story. */
public sealed interface DemoStep {
    /**
     * When it happens.
     *
     * @return the time since the first client opened the stream, at speed 1
     */
    Duration at();

    /**
     * Orders move: one event on the stream.
     *
     * @param at when
     * @param orders the orders as they are from now on, each id once
     */
    record Moved(Duration at, List<DemoOrder> orders) implements DemoStep {
        /** Copies the list. */
        public Moved {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Every open stream breaks in the middle of an event. The orders go on moving.
     *
     * @param at when
     */
    record ConnectionLost(Duration at) implements DemoStep {}
}
