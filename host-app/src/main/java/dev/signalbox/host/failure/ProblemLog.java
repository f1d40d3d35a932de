package dev.signalbox.host.failure;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.EventBus;
import dev.signalbox.api.Problem;
import dev.signalbox.api.Replay;
import dev.signalbox.api.Settings;
import dev.signalbox.api.Subscription;
import dev.signalbox.host.settings.HostSettings;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The problems of this run, grouped and counted, as the operator sees them. Lives on the EDT. */
final class ProblemLog {
    private final EventBus bus;
    private final Settings settings;

    /** The group that had none for the longest time first. */
    private final Map<ProblemGroup.Key, ProblemGroup> groups = new LinkedHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int dropped;

    @Inject
    ProblemLog(EventBus bus, Settings settings) {
        this.bus = bus;
        this.settings = settings;
    }

    Subscription start() {
        Subscription bound = settings.onChange(HostSettings.PROBLEMS_MOST, most -> changed());
        Subscription problems = bus.subscribe(Problem.class, Delivery.UI, Replay.NONE, this::take);
        return () -> {
            problems.close();
            bound.close();
        };
    }

    Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The groups, the one with the newest problem first. */
    List<ProblemGroup> all() {
        List<ProblemGroup> newestFirst = new ArrayList<>(groups.values());
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    int size() {
        return groups.size();
    }

    /** How many groups had to go since the list was cleared. */
    int dropped() {
        return dropped;
    }

    void clear() {
        groups.clear();
        dropped = 0;
        changed();
    }

    private void take(List<Problem> problems) {
        for (Problem problem : problems) {
            ProblemGroup.Key key = ProblemGroup.Key.of(problem);
            ProblemGroup known = groups.remove(key);
            groups.put(key, known == null ? ProblemGroup.of(problem) : known.with(problem));
        }
        changed();
    }

    private void changed() {
        int most = settings.get(HostSettings.PROBLEMS_MOST);
        while (groups.size() > most) {
            groups.remove(groups.keySet().iterator().next());
            dropped++;
        }
        listeners.forEach(Runnable::run);
    }
}
