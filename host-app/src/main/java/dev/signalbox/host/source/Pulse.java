package dev.signalbox.host.source;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Does something again and again at a steady pace, until it says that it is enough. Any thread. */
final class Pulse {
    private final Timers timers;
    private final Duration period;
    private final BooleanSupplier beat;
    private final AtomicBoolean going = new AtomicBoolean();

    Pulse(Timers timers, Duration period, BooleanSupplier beat) {
        this.timers = timers;
        this.period = period;
        this.beat = beat;
    }

    /** Starts, unless it is going. */
    void go() {
        if (going.compareAndSet(false, true)) {
            timers.after(period, this::tick);
        }
    }

    private void tick() {
        going.set(false);
        if (beat.getAsBoolean()) {
            go();
        }
    }
}
