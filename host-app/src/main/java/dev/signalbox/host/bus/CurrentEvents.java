package dev.signalbox.host.bus;

import dev.signalbox.api.ConnectionChanged;
import dev.signalbox.api.ConsoleEvent;
import dev.signalbox.api.Problem;
import dev.signalbox.api.WatchChanged;
import dev.signalbox.api.WorkEvent;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.host.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The current picture, for those who subscribe late, and the one place that decides which rows are kept: over the bound,
 * the settled go first, then the moving, then the failed, the oldest of each first. What goes is published as removed, so
 * that every view lets go of the same rows. Guarded by the bus's publishing lock.
 */
final class CurrentEvents {
    private static final int EVICTIONS_PER_PROBLEM = 1000;
    private static final Texts TEXTS = Texts.of(CurrentEvents.class);

    private final IntSupplier most;
    private final Map<WorkKey, WorkEvent> settled = new LinkedHashMap<>();
    private final Map<WorkKey, WorkEvent> moving = new LinkedHashMap<>();
    private final Map<WorkKey, WorkEvent> failed = new LinkedHashMap<>();
    private final Map<String, ConnectionChanged> connections = new LinkedHashMap<>();
    private final Map<List<String>, LiveWatch> watches = new LinkedHashMap<>();
    private long evicted;

    CurrentEvents(IntSupplier most) {
        this.most = most;
    }

    /** Takes the events in and returns them, followed by what had to go because of them. */
    List<? extends ConsoleEvent> apply(List<? extends ConsoleEvent> events) {
        for (ConsoleEvent event : events) {
            apply(event);
        }
        int over = rows() - most.getAsInt();
        return over <= 0 ? events : withEvictions(events, over);
    }

    /** The picture as events: connections, watches, then rows. */
    List<ConsoleEvent> replay() {
        List<ConsoleEvent> all = new ArrayList<>(rows() + connections.size() + watches.size());
        all.addAll(connections.values());
        watches.values().forEach(watch -> watch.now().ifPresent(all::add));
        all.addAll(settled.values());
        all.addAll(moving.values());
        all.addAll(failed.values());
        return all;
    }

    private void apply(ConsoleEvent event) {
        if (event instanceof WorkEvent work) {
            WorkKey key = WorkKey.of(work);
            forget(key);
            kind(work).put(key, work);
            watch(key).ifPresent(watch -> watch.gone().remove(key.key()));
        } else if (event instanceof WorkRemoved removed) {
            remove(WorkKey.of(removed));
        } else if (event instanceof ConnectionChanged changed) {
            connections.put(changed.source(), changed);
        } else if (event instanceof WatchChanged changed) {
            watches.put(List.of(changed.source(), changed.topic()), new LiveWatch(changed, new HashSet<>()));
        } else if (event instanceof SourceWithdrawn withdrawn) {
            connections.remove(withdrawn.source());
            watches.values().removeIf(watch -> watch.told().source().equals(withdrawn.source()));
        }
    }

    /** A watch as it was told, and those of its keys that were removed since: a latecomer must not get them as rows. */
    private record LiveWatch(WatchChanged told, Set<String> gone) {

        Optional<WatchChanged> now() {
            if (gone.isEmpty()) {
                return Optional.of(told);
            }
            Set<String> left = new HashSet<>(told.keys());
            left.removeAll(gone);
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WatchChanged(told.source(), told.topic(), left, told.at()));
        }
    }

    private Optional<LiveWatch> watch(WorkKey key) {
        return Optional.ofNullable(watches.get(List.of(key.source(), key.topic())));
    }

    private void remove(WorkKey key) {
        forget(key);
        watch(key)
                .filter(watch -> watch.told().keys().contains(key.key()))
                .ifPresent(watch -> watch.gone().add(key.key()));
    }

    private Map<WorkKey, WorkEvent> kind(WorkEvent work) {
        if (work.failed()) {
            return failed;
        }
        return work.settled() ? settled : moving;
    }

    private void forget(WorkKey key) {
        if (settled.remove(key) == null && moving.remove(key) == null) {
            failed.remove(key);
        }
    }

    private int rows() {
        return settled.size() + moving.size() + failed.size();
    }

    private List<ConsoleEvent> withEvictions(List<? extends ConsoleEvent> events, int over) {
        List<ConsoleEvent> all = new ArrayList<>(events);
        for (int i = 0; i < over; i++) {
            WorkKey key = oldest();
            remove(key);
            all.add(new WorkRemoved(key.source(), key.topic(), key.key(), Instant.now()));
            if (evicted++ % EVICTIONS_PER_PROBLEM == 0) {
                all.add(new Problem(
                        "console",
                        TEXTS.get("doing.keep"),
                        TEXTS.get("let.go", most.getAsInt()),
                        TEXTS.get("let.go.next"),
                        Instant.now()));
            }
        }
        return all;
    }

    private WorkKey oldest() {
        Map<WorkKey, WorkEvent> from = !settled.isEmpty() ? settled : !moving.isEmpty() ? moving : failed;
        Iterator<WorkKey> keys = from.keySet().iterator();
        return keys.next();
    }
}
