package dev.signalbox.host.source;

import dev.signalbox.api.Subscription;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A timer for one task at a time: a new one takes the place of the last. A task called off too late, when its time had
 * come already, does not run. Guarded by its owner, whose lock the task runs under.
 */
final class OneTimer {
    private final Timers timers;
    private final Object owner;
    private @Nullable Subscription armed;

    OneTimer(Timers timers, Object owner) {
        this.timers = timers;
        this.owner = owner;
    }

    void set(Duration delay, Runnable task) {
        callOff();
        Subscription[] mine = {null};
        mine[0] = timers.after(delay, () -> {
            synchronized (owner) {
                if (armed == mine[0]) {
                    armed = null;
                    task.run();
                }
            }
        });
        armed = mine[0];
    }

    void callOff() {
        if (armed != null) {
            armed.close();
            armed = null;
        }
    }
}
