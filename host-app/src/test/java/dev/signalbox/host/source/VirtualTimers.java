package dev.signalbox.host.source;

import dev.signalbox.api.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when the test says so; what falls due runs on the test's thread. */
final class VirtualTimers implements Timers {
    private record Due(Instant at, Runnable task) {}

    private final List<Due> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Subscription after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), task);
        tasks.add(due);
        return () -> remove(due);
    }

    void advance(Duration by) {
        Instant until = now().plus(by);
        for (Optional<Due> next = next(until); next.isPresent(); next = next(until)) {
            next.get().task().run();
        }
        synchronized (this) {
            now = until;
        }
    }

    private synchronized Optional<Due> next(Instant until) {
        Optional<Due> next =
                tasks.stream().filter(due -> !due.at().isAfter(until)).min(Comparator.comparing(Due::at));
        next.ifPresent(due -> {
            tasks.remove(due);
            now = due.at();
        });
        return next;
    }

    synchronized int waiting() {
        return tasks.size();
    }

    private synchronized void remove(Due due) {
        tasks.remove(due);
    }
}
