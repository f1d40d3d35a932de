package dev.signalbox.host.failure;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Subscription;
import dev.signalbox.api.WatchSettled;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The failures as the operator sees them now, with the summary of each source's last settled watch. Lives on the EDT. */
final class FailureList {
    private final EventBus bus;
    private final FailureLog log;

    private final Map<Failure.Key, Failure> failures = new LinkedHashMap<>();
    private final Map<List<String>, WatchSettled> summaries = new LinkedHashMap<>();
    private final List<Consumer<? super FailuresChanged>> listeners = new CopyOnWriteArrayList<>();
    private int open;
    private int recovered;

    @Inject
    FailureList(EventBus bus, FailureLog log) {
        this.bus = bus;
        this.log = log;
    }

    Subscription start() {
        return bus.subscribe(FailuresChanged.class, Delivery.UI, Replay.NONE, this::take);
    }

    /** Calls back after each batch of changes, in the order of the calls to this method. */
    Subscription onChange(Consumer<? super FailuresChanged> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    List<Failure> all() {
        return List.copyOf(failures.values());
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    int open() {
        return open;
    }

    int recovered() {
        return recovered;
    }

    boolean severalSources() {
        return failures.keySet().stream()
                        .map(Failure.Key::source)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    List<WatchSettled> summaries() {
        return List.copyOf(summaries.values());
    }

    void dismiss(Collection<Failure> seen) {
        log.dismiss(seen);
    }

    private void take(List<FailuresChanged> changes) {
        FailuresChanged change = FailuresChanged.together(changes);
        change.removed().forEach(failures::remove);
        change.changed().forEach(failure -> failures.put(failure.key(), failure));
        change.settled().forEach(watch -> summaries.put(List.of(watch.source(), watch.topic()), watch));
        open = change.open();
        recovered = change.recovered();
        listeners.forEach(listener -> listener.accept(change));
        log.tellWhatWasRefused();
    }
}
